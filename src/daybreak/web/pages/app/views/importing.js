// What the server tells of a file that was looked at.
export {};
