/** Small AFCARS files, written out for tests: what is not said is plausible and unremarkable. */

export interface RemovalText {
  readonly on: string;
  readonly exit?: string;
  readonly reason?: string;
  readonly county?: string;
  /** `removal_1993`: only the three fields of closed older episodes. */
  readonly isOld?: boolean;
  /** E112, E113, E117–E119 and E120 of each living arrangement. */
  readonly arrangements?: readonly {
    readonly on: string;
    readonly home?: string;
    readonly relative?: string;
    readonly preadoptive?: string;
    readonly kin?: string;
    readonly licensed?: string;
    readonly type?: string;
    readonly location?: string;
  }[];
  readonly visits?: readonly string[];
}

export interface ChildText {
  readonly id: string;
  readonly birth?: string;
  readonly sex?: string;
  readonly hispanic?: string;
  readonly races?: readonly string[];
  readonly removals: readonly RemovalText[];
}

const arrangement = (a: NonNullable<RemovalText['arrangements']>[number]): string => `
<living_arrangement>
<E112_date_living_arrangement>${a.on}</E112_date_living_arrangement>
<E113_foster_family_home>${a.home ?? (a.type === undefined ? '1' : '0')}</E113_foster_family_home>
<E114_E146_foster_family_home_type><E114_licensed_home>${a.licensed ?? ''}</E114_licensed_home>
<E117_relative_foster_family>${a.relative ?? ''}</E117_relative_foster_family>
<E118_pre_adopt_home>${a.preadoptive ?? ''}</E118_pre_adopt_home>
<E119_kin_foster_family>${a.kin ?? ''}</E119_kin_foster_family></E114_E146_foster_family_home_type>
<E120_other_living_arrangement_type>${a.type ?? ''}</E120_other_living_arrangement_type>
<E121_location_of_living_arrangement>${a.location ?? '1'}</E121_location_of_living_arrangement>
</living_arrangement>`;

const visit = (on: string): string =>
  `<case_worker_visit><E151_case_worker_visit_date>${on}</E151_case_worker_visit_date><E152_case_worker_visit_location>1</E152_case_worker_visit_location></case_worker_visit>`;

const removal = (r: RemovalText): string => {
  const exit = r.exit ?? '';
  const reason = r.reason ?? (exit === '' ? '9' : '1');
  const ends = `<E153_exit_date>${exit}</E153_exit_date><E155_exit_reason>${reason}</E155_exit_reason>`;
  if (r.isOld) return `<removal_1993><E69_removal_date>${r.on}</E69_removal_date>${ends}</removal_1993>`;
  const arrangements = (r.arrangements ?? [{ on: r.on }]).map(arrangement).join('');
  return `<removal_2020>
<E69_removal_date>${r.on}</E69_removal_date>
<E70_removal_transaction_date>${r.on}</E70_removal_transaction_date>
<E3_local_agency>${r.county ?? '24001'}</E3_local_agency>
<E112_E146_living_arrangements>${arrangements}</E112_E146_living_arrangements>
<E151_E152_case_worker_visits>${(r.visits ?? []).map(visit).join('')}</E151_E152_case_worker_visits>
${ends}</removal_2020>`;
};

const raceTags = [
  'E13_child_race_american_indian_alaska_native',
  'E14_child_race_asian',
  'E15_child_race_black',
  'E16_child_race_native_hawaiian_pacific_islander',
  'E17_child_race_white',
  'E18_child_race_unknown',
];

const record = (c: ChildText): string => `<record>
<E4_child_record_number>${c.id}</E4_child_record_number>
<E5_date_of_birth>${c.birth ?? '20150101'}</E5_date_of_birth>
<E6_sex>${c.sex ?? '1'}</E6_sex>
${raceTags.map((tag, index) => `<${tag}>${c.races?.[index] ?? ''}</${tag}>`).join('')}
<E21_child_hispanic_latino>${c.hispanic ?? '0'}</E21_child_hispanic_latino>
<E69_E186_removals>${c.removals.map(removal).join('\n')}</E69_E186_removals>
</record>`;

/** An AFCARS 2020 file of one period (`202303`). */
export const afcarsXml = (period: string, children: readonly ChildText[], agency = '24'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<acf:data xmlns:acf="http://www.acf.hhs.gov">
<E1_title_iv_agency>${agency}</E1_title_iv_agency>
<E2_report_date>${period}</E2_report_date>
<records>
${children.map(record).join('\n')}
</records>
</acf:data>
`;

/** Elements of a legacy record that a test cares about; the rest is blank or 0. */
export interface SnapshotText {
  readonly id: string;
  readonly removal: string;
  readonly first?: string;
  readonly total?: string;
  readonly lastDischarge?: string;
  readonly discharge?: string;
  readonly reason?: string;
  readonly county?: string;
  readonly settings?: string;
  readonly setting?: string;
  readonly since?: string;
}

/** A legacy file of one period (`202203`). */
export const legacyText = (period: string, snapshots: readonly SnapshotText[], state = '24'): string =>
  snapshots
    .map((s) => {
      const parts: [text: string, width: number][] = [
        [state + period, 8],
        [s.county ?? `${state}001`, 5],
        [s.id, 12],
        ['', 8],
        ['20150101', 8],
        ['1000010', 7],
        ['220000002', 9],
        ['', 0],
        [s.first ?? s.removal, 8],
        [s.total ?? '1', 2],
        [s.lastDischarge ?? '', 8],
        [s.removal, 8],
        [s.removal, 8],
        [s.since ?? s.removal, 8],
        [s.settings ?? '1', 2],
        ['2', 1],
        ['0'.repeat(15), 15],
        [s.setting ?? '3', 1],
        ['212', 3],
        ['', 8 + 16 + 1 + 8],
        ['0'.repeat(14), 14],
        [s.discharge ?? '', 8],
        [s.discharge ?? '', 8],
        [s.reason ?? (s.discharge === undefined ? '0' : '1'), 1],
        ['0'.repeat(12), 12],
      ];
      return `${parts.map(([text, width]) => text.padEnd(width).slice(0, width)).join('')}\n`;
    })
    .join('');
