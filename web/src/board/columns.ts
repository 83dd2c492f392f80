// The columns of the board: people side by side where they fit, else a list of numbers.

import type { Person, Shoot } from "../doc.js";

export const CAST_COLUMNS_MOST = 30;
export const CAST_COLUMN = 22;
export const FIXED = 648;
const SET_LEAST = 220;

export interface CastColumn {
  person: string;
  number: number;
  name: string;
}

/** Everyone with a scene, by board number. */
export function castColumns(shoot: Shoot): CastColumn[] {
  const works = new Set(shoot.scenes.flatMap((scene) => scene.cast));
  return shoot.people
    .filter((person) => works.has(person.id))
    .map((person) => ({
      person: person.id,
      number: shoot.board_numbers[person.id] ?? 0,
      name: columnName(person),
    }))
    .sort((one, other) => one.number - other.number);
}

/** A column is named by the character, as the strips of the trade are. */
function columnName(person: Person): string {
  return (person.characters?.[0] ?? person.name).toUpperCase();
}

/** Whether a column for each person fits the width. */
export function castFits(people: number, width: number): boolean {
  return people <= CAST_COLUMNS_MOST && FIXED + SET_LEAST + people * CAST_COLUMN <= width;
}
