// The boards and revisions of the document, as the server lists them.

export interface DeskBoard {
  name: string;
  days: number;
  boneyard: number;
  by: string;
  at: string;
  note: string;
}

export interface Revision {
  number: number;
  color: string;
  board: string;
  date: string;
  note: string;
  by: string;
  days: number;
}

export interface Desk {
  boards: DeskBoard[];
  revisions: Revision[];
  next_color: string;
  scripts: { name: string; file: string; by: string }[];
}
