/** What the words of a date say before a calendar is laid against them. */

export type CalendarUnit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** Which of the recurring ones: `near` is decided by the document's date and the tense. */
export type Which = 'near' | 'last' | 'this' | 'next';

/** The year a month stands in: a number, an offset from the document's year, or open. */
export type SpecYear = number | { readonly offset: number } | null;

export type Part =
  | 'early'
  | 'mid'
  | 'late'
  | 'start'
  | 'end'
  | 'half1'
  | 'half2'
  | 'quarter1'
  | 'quarter2'
  | 'quarter3'
  | 'quarter4';

export type DateSpec =
  /** Days known without any document: "13 September 2023", "the 1990s". Day numbers. */
  | {
      readonly kind: 'fixed';
      readonly from: number;
      readonly to: number;
      readonly precise: boolean;
    }
  /** "March 2", "December last year", "next May"; `day` null for the whole month. */
  | {
      readonly kind: 'month';
      readonly month: number;
      readonly day: number | null;
      /** Last day where a range of days is told: "3–7 May". */
      readonly lastDay: number | null;
      readonly year: SpecYear;
      readonly which: Which;
      /** Day of the week that stands beside it and helps to choose the year. */
      readonly weekday: number | null;
    }
  /** "on the 13th" */
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: Which;
      /** Weeks from the document's week: "Friday last week" −1; null where the text tells none. */
      readonly week: number | null;
    }
  | { readonly kind: 'weekend'; readonly which: Which }
  /** Northern seasons: 0 spring (March–May), 1 summer, 2 autumn, 3 winter (from December). */
  | {
      readonly kind: 'season';
      readonly season: number;
      readonly year: SpecYear;
      readonly which: Which;
    }
  /** Days from the document's: today 0…0, overnight −1…0. */
  | { readonly kind: 'days'; readonly from: number; readonly to: number }
  /** A calendar unit some units from the document's: "last week" −1, "this year" 0. */
  | { readonly kind: 'period'; readonly unit: CalendarUnit; readonly offset: number }
  | { readonly kind: 'part'; readonly part: Part; readonly of: DateSpec }
  /** "earlier this year": from its beginning to the document's day. */
  | { readonly kind: 'soFar'; readonly of: DateSpec }
  /** "later this month": from the document's day to its end. */
  | { readonly kind: 'rest'; readonly of: DateSpec }
  /** "in the past two weeks": back (−1) or ahead (1) from the document's day. */
  | {
      readonly kind: 'window';
      readonly unit: CalendarUnit;
      readonly count: number;
      readonly direction: -1 | 1;
      readonly vague: boolean;
    }
  /**
   * "two days ago", "three weeks earlier". `narrative` counts from the date told before, `clause`
   * from the date beside it: "on Thursday, a day after the speech" is the day of the speech.
   */
  | {
      readonly kind: 'distance';
      readonly unit: CalendarUnit;
      readonly count: number;
      readonly direction: -1 | 1;
      readonly anchor: 'document' | 'narrative' | 'clause';
      readonly vague: boolean;
      /** Only where the clause looks ahead: "in two weeks" may also be how long something took. */
      readonly onlyFuture: boolean;
    }
  /** "that day", "the following year": a unit some units from the date told before. */
  | { readonly kind: 'narrative'; readonly unit: CalendarUnit; readonly offset: number }
  | { readonly kind: 'range'; readonly first: DateSpec; readonly last: DateSpec };

/** A spec over the atoms `from` … `to` (exclusive). */
export interface DateReading {
  readonly spec: DateSpec;
  readonly from: number;
  readonly to: number;
}
