// What the server tells of a file that was looked at.

interface Told {
  key: string;
  file: string;
  questions: string[];
  warnings: string[];
}

export interface First extends Told {
  what: "first";
  title: string;
  scenes: { number: string; heading: string; eighths: number; cast: number }[];
  count: number;
  eighths: number;
  people: number;
  locations: number;
  boards: string[];
  broken: Record<string, string[]>;
  assumed: string[];
}

export interface Draft extends Told {
  what: "draft";
  picture: string;
  color: string;
  scenes: {
    scene: string;
    number: string;
    heading: string;
    what: string[];
    fields: { field: string; before: string; after: string; gained: string[]; lost: string[] }[];
  }[];
  unchanged: number;
  remarks: string[];
  boards: {
    name: string;
    cost_before: number;
    cost: number;
    left: string[];
    waiting: string[];
    new_conflicts: string[];
  }[];
}

export interface CastList extends Told {
  what: "cast";
  people: number;
  changes: string[];
}

export type Found = First | Draft | CastList;
