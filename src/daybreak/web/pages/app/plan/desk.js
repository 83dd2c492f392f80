// The boards and revisions of the document, as the server lists them.
export {};
