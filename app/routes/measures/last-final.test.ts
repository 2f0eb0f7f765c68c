import { expect, test } from 'vitest';
import { catalog } from '../../rooms/measures/public.ts';
import { finalCandidates, finalFederalYears, newestOver } from './last-final.ts';

test('the newest twelve months that are over', () => {
  expect(newestOver('2026-09-30')).toEqual({ from: '2025-10-01', to: '2026-09-30' });
  expect(newestOver('2026-09-29')).toEqual({ from: '2025-09-01', to: '2026-08-31' });
  expect(newestOver('2024-02-29')).toEqual({ from: '2023-03-01', to: '2024-02-29' });
  expect(newestOver('2026-01-05')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});

test('what is followed for a year ends a year earlier; seven days more cost a month', () => {
  expect(finalCandidates(catalog.P1, '2026-09-30')).toEqual([{ from: '2024-10-01', to: '2025-09-30' }]);
  expect(finalCandidates(catalog.P2, '2026-09-30')).toEqual([{ from: '2025-10-01', to: '2026-09-30' }]);
  expect(finalCandidates(catalog.H1, '2026-09-30')).toEqual([{ from: '2025-09-01', to: '2026-08-31' }]);
  expect(finalCandidates(catalog.P1, '2024-02-29')[0]).toEqual({ from: '2022-03-01', to: '2023-02-28' });
});

test('where dispositions may be pending, earlier windows stand ready', () => {
  const windows = finalCandidates(catalog.S2, '2026-09-30');
  expect(windows[0]).toEqual({ from: '2024-10-01', to: '2025-09-30' });
  expect(windows.at(-1)).toEqual({ from: '2023-10-01', to: '2024-09-30' });
});

test('federal years whose follow-up is over, newest first', () => {
  const p1 = finalFederalYears(catalog.P1, '2026-09-30').map(({ from, to }) => `${from} ${to}`);
  expect(p1).toEqual(['2024-10-01 2025-09-30', '2023-10-01 2024-09-30', '2022-10-01 2023-09-30']);
  expect(finalFederalYears(catalog.P1, '2026-09-29')[0]?.to).toBe('2024-09-30');
  expect(finalFederalYears(catalog.P2, '2026-12-15')[0]?.to).toBe('2026-09-30');
});
