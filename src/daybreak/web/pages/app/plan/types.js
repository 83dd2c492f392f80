// What the server tells of long work, and of what it proposes.
export {};
