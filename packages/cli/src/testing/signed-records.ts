/** A code, a QR text and a log of three entries, signed by a key that belongs to nobody. */
export const KEYS = {
  keys: [
    {
      county: '130101',
      origin: 'qingzhuang/130101/audit',
      publicKey: '6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=',
      madeOn: '2026-01-01',
      retiredOn: null,
      lastSize: null,
    },
  ],
};

export const CODE = 'QH26-1234-RQ';

/** Admitted on 2026-03-01, valid to 2026-06-30. */
export const TOKEN =
  '07Z82B0JA5434DHH68SK8MJH0GJN89ED000000000000000000000000008H248H248H248H248H248H248GRC9K60RK0C9G60R30C9HQEFMFSMGFRKPMRHX8GW55C0BRBVXHWJF9FRZNAEYBXTRDNMRTVEJMJV2XBMCJWTGWBN8T8H4G3YQRF01EFCM5PN0KG472MJT6JEQY2R';

const LEAVES: readonly (readonly [type: string, leaf: string])[] = [
  ['demand-drafted', 's4uA5vAEWYoMD0JKITqWg7CQF+Qz+0CienBcCc0GOls='],
  ['demand-screened', 'N9ThiezLFcNHuIqH3eR8k/vo0ll8r8guOh8sWGqZxyE='],
  ['demand-submitted', 'lJJW/1Vo4+e1cTR1MdhToP6i1BMKDniCFhbcQknkTPs='],
];

const CHECKPOINT =
  'qingzhuang/130101/audit\n3\nSBt/DNKsjNVkVmOlPwUu96wmXuYT+s6AsXoL2jx2Xyw=\n\n— qingzhuang/130101/audit 3BlNUAt8pEMtIBR1+WcyTA9rkSPdlThmE/2ny7Vj/zNaD+lqX8AxBNL00vUfm83xlVhSXhcfssSut4m5csiEoj7Fww8=\n';

/** As `audit export` writes it. */
export const LOG = [
  { format: 'qingzhuang-audit-log', version: 1, county: '130101', origin: 'qingzhuang/130101/audit', ...KEYS },
  ...LEAVES.map(([type, leaf], index) => ({
    index,
    leaf,
    entry: JSON.stringify({ at: '2026-03-01T02:00:00+00:00', row: { type }, table: 'demand_event' }),
  })),
  { checkpoint: CHECKPOINT },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');
