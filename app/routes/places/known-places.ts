/** Places by name: those of the data in use, and the partners and Nations that are here already. */
import { listPlacesHeld } from '../../commons/identity/people/reads.ts';
import { kindOf, nameOf } from '../../commons/permissions/place.ts';
import { type PlacesInData, placesInData } from '../../rooms/measures/public.ts';
import { type Asking, findVersionInUse } from '../version-in-use.ts';

export interface KnownPlaces extends PlacesInData {
  /** False before the first import: then every name is as good as another. */
  readonly hasData: boolean;
  readonly partners: readonly string[];
}

const none: PlacesInData = { counties: [], units: [], nations: [] };

const sorted = (names: readonly string[]): string[] =>
  [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'));

/** Names of the organizations that somebody here, or invited here, belongs to. */
export const knownPartners = async ({ services }: Pick<Asking, 'services'>): Promise<string[]> =>
  sorted(
    (await listPlacesHeld(services.database)).filter((place) => kindOf(place) === 'partner').map(nameOf),
  );

export const knownPlaces = async (asking: Asking): Promise<KnownPlaces> => {
  const version = await findVersionInUse(asking);
  const held = await listPlacesHeld(asking.services.database);
  const namesOf = (kind: 'nation' | 'partner'): string[] =>
    held.filter((place) => kindOf(place) === kind).map(nameOf);
  const inData = version ? await placesInData(version.files) : none;
  return {
    ...inData,
    hasData: inData.counties.length > 0,
    nations: sorted([...inData.nations, ...namesOf('nation')]),
    partners: sorted(namesOf('partner')),
  };
};
