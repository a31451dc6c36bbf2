/** The yearly holiday tables of the State Council's office. A year that is not here has weekends only. */

export interface Holiday {
  /** Festivals that the days off belong to, as offices call them. */
  readonly festivals: readonly string[];
  /** First and last day off, `MM-DD` of the table's year. */
  readonly off: readonly [first: string, last: string];
  /** Saturdays and Sundays that are worked in exchange, `MM-DD`. */
  readonly worked: readonly string[];
}

export interface HolidayTable {
  /** Key of the instrument in the registry. */
  readonly source: string;
  readonly holidays: readonly Holiday[];
}

export const HOLIDAY_TABLES: Readonly<Record<number, HolidayTable>> = {
  2024: {
    source: 'holiday-2024',
    holidays: [
      { festivals: ['元旦'], off: ['01-01', '01-01'], worked: [] },
      { festivals: ['春节'], off: ['02-10', '02-17'], worked: ['02-04', '02-18'] },
      { festivals: ['清明'], off: ['04-04', '04-06'], worked: ['04-07'] },
      { festivals: ['劳动节', '五一'], off: ['05-01', '05-05'], worked: ['04-28', '05-11'] },
      { festivals: ['端午'], off: ['06-10', '06-10'], worked: [] },
      { festivals: ['中秋'], off: ['09-15', '09-17'], worked: ['09-14'] },
      { festivals: ['国庆', '十一'], off: ['10-01', '10-07'], worked: ['09-29', '10-12'] },
    ],
  },
  2025: {
    source: 'holiday-2025',
    holidays: [
      { festivals: ['元旦'], off: ['01-01', '01-01'], worked: [] },
      { festivals: ['春节', '除夕'], off: ['01-28', '02-04'], worked: ['01-26', '02-08'] },
      { festivals: ['清明'], off: ['04-04', '04-06'], worked: [] },
      { festivals: ['劳动节', '五一'], off: ['05-01', '05-05'], worked: ['04-27'] },
      { festivals: ['端午'], off: ['05-31', '06-02'], worked: [] },
      { festivals: ['国庆', '十一', '中秋'], off: ['10-01', '10-08'], worked: ['09-28', '10-11'] },
    ],
  },
  2026: {
    source: 'holiday-2026',
    holidays: [
      { festivals: ['元旦'], off: ['01-01', '01-03'], worked: ['01-04'] },
      { festivals: ['春节', '除夕'], off: ['02-15', '02-23'], worked: ['02-14', '02-28'] },
      { festivals: ['清明'], off: ['04-04', '04-06'], worked: [] },
      { festivals: ['劳动节', '五一'], off: ['05-01', '05-05'], worked: ['05-09'] },
      { festivals: ['端午'], off: ['06-19', '06-21'], worked: [] },
      { festivals: ['中秋'], off: ['09-25', '09-27'], worked: ['09-20'] },
      { festivals: ['国庆', '十一'], off: ['10-01', '10-07'], worked: ['10-10'] },
    ],
  },
};

/** First days of the twelfth lunar month (腊月), `YYYY-MM-DD`, for dates that are given by it. Computed from the lunar calendar. */
export const TWELFTH_MONTH_STARTS: readonly string[] = ['2024-01-11', '2024-12-31', '2026-01-19', '2027-01-08'];
