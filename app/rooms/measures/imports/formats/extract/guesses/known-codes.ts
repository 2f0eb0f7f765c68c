/** What systems call our codes, beside our own words for them. Numbers are never guessed: each system counts its own way. */

const reasons = {
  reunification: [
    'reunified',
    'return home',
    'returned home',
    'returned to parent',
    'reunification with parents',
    'home with parent',
    'reunification with parent or primary caretaker',
  ],
  living_with_relative: [
    'living with other relative',
    'living with relatives',
    'custody to relative',
    'relative custody',
    'lives with relative',
  ],
  adoption: ['adopted', 'adoption finalized', 'finalized adoption'],
  guardianship: ['guardian', 'legal guardianship', 'kinship guardianship', 'guardianship granted'],
  emancipation: ['emancipated', 'aged out', 'age out', 'reached majority', 'independence'],
  transfer: ['transfer to another agency', 'transferred', 'other agency', 'transfer to tribe'],
  runaway: [
    'ran away',
    'runaway or whereabouts unknown',
    'awol',
    'whereabouts unknown',
    'absent without leave',
  ],
  death: ['death of child', 'deceased', 'died', 'child died'],
};

const settings = {
  preadoptive_home: ['pre adoptive home', 'preadoptive', 'adoptive home', 'pre adoptive'],
  foster_home_relative: [
    'foster family home relative',
    'relative home',
    'relative foster home',
    'relative',
    'licensed relative',
  ],
  foster_home_kin: ['kin', 'fictive kin', 'kinship home', 'kinship', 'foster home fictive kin'],
  foster_home_nonrelative: [
    'foster family home non relative',
    'foster home',
    'non relative foster home',
    'nonrelative foster home',
    'licensed foster home',
    'family foster home',
  ],
  group_home: ['group', 'congregate care group home'],
  shelter: ['emergency shelter', 'shelter care'],
  residential_treatment: [
    'residential',
    'residential treatment center',
    'rtc',
    'qrtp',
    'residential treatment facility',
  ],
  institution: ['child care institution', 'institutional care'],
  supervised_independent_living: ['independent living', 'sil', 'supervised il'],
  juvenile_justice: ['detention', 'juvenile detention', 'juvenile justice facility'],
  medical: ['hospital', 'medical facility', 'medical or rehabilitative facility'],
  psychiatric_hospital: ['psychiatric', 'psychiatric facility', 'psych hospital'],
  runaway: ['ran away', 'awol', 'whereabouts unknown', 'missing from care'],
  trial_home_visit: ['trial home', 'thv', 'trial home placement', 'trial reunification'],
  respite: ['respite care'],
};

const dispositions = {
  substantiated: ['founded', 'confirmed', 'sub', 'supported'],
  indicated: ['reason to suspect', 'ind'],
  alternative_response_victim: ['alternative response victim', 'ar victim'],
  alternative_response_nonvictim: [
    'alternative response non victim',
    'alternative response',
    'ar non victim',
    'family assessment',
    'differential response',
  ],
  unsubstantiated: ['unfounded', 'not substantiated', 'unsub', 'ruled out', 'unsupported'],
  closed_no_finding: ['closed without finding', 'closed no finding', 'no finding'],
  other: ['other disposition'],
  pending: ['open', 'not yet determined', 'in progress'],
};

export const knownCodes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  discharge_reason: reasons,
  setting: settings,
  disposition: dispositions,
  sex: { female: ['f', 'girl', 'woman', 'fem'], male: ['m', 'boy', 'man'] },
  location: {
    residence: ['home', 'child residence', 'in home', 'placement', 'residence of child', 'foster home'],
    other: ['office', 'school', 'court', 'other place', 'elsewhere', 'visitation center'],
  },
};

export const yesWords = new Set(['y', 'yes', 'true', 't', '1', 'x', 'checked', 'ja', 'si']);
export const noWords = new Set(['n', 'no', 'false', 'f', '0', 'unchecked', 'none', 'nein']);

/** Words by which a system says that it does not know. */
export const unknownWords = new Set([
  'unknown',
  'u',
  'unk',
  'unable to determine',
  'declined',
  'refused',
  'missing',
  'not reported',
  'not applicable',
  'n a',
  'na',
  'blank',
  'undetermined',
  'not available',
  'prefer not to say',
]);

/** Of the parts of a list of races. */
export const raceWords: Readonly<Record<string, readonly string[]>> = {
  american_indian_alaska_native: [
    'american indian or alaska native',
    'american indian alaska native',
    'american indian',
    'alaska native',
    'native american',
    'ai an',
    'aian',
    'ai',
  ],
  asian: ['asian', 'a'],
  black: ['black', 'black or african american', 'african american', 'black african american', 'b'],
  native_hawaiian_pacific_islander: [
    'native hawaiian or other pacific islander',
    'native hawaiian or pacific islander',
    'native hawaiian pacific islander',
    'native hawaiian',
    'pacific islander',
    'nhpi',
    'p',
  ],
  white: ['white', 'caucasian', 'w'],
  hispanic: ['hispanic', 'hispanic or latino', 'latino', 'latina', 'latinx', 'hispanic latino', 'h'],
};
