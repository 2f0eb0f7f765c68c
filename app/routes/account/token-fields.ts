/** The form in which somebody makes a token: its choices, and what was filled in. */
import { type Actor, type Assignment, assignmentText } from '../../commons/permissions/actor.ts';

export interface Held {
  /** `analyst|state` */
  readonly value: string;
  readonly text: string;
}

const valueFor = ({ role, place }: Assignment): string => `${role}|${place}`;

export const heldOf = ({ assignments }: Actor): Held[] =>
  assignments.map((held) => ({ value: valueFor(held), text: assignmentText(held) }));

/** What was filled in, so that a refused form comes back as it was sent. */
export interface TokenFields {
  readonly name: string;
  readonly days: string;
  readonly carries: readonly string[];
  readonly asForm: object;
}

const textIn = (form: FormData, name: string): string => {
  const given = form.get(name);
  return typeof given === 'string' ? given : '';
};

export const tokenFields = (form: FormData): TokenFields => {
  const [name, days] = [textIn(form, 'name'), textIn(form, 'days')];
  const carries = form.getAll('carries').filter((one) => typeof one === 'string');
  const asAssignment = (text: string) => {
    const at = text.indexOf('|');
    return { role: text.slice(0, at), place: text.slice(at + 1) };
  };
  return { name, days, carries, asForm: { name, days, carries: carries.map(asAssignment) } };
};
