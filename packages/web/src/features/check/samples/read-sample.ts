import appPromotion from './app-promotion.txt?raw';
import chatOrder from './chat-order.txt?raw';
import dailyReport from './daily-report.txt?raw';
import goodNotice from './good-notice.txt?raw';
import householdForm from './household-form.txt?raw';
import inspection from './inspection.txt?raw';
import type { SampleName } from './samples.ts';
import videoMeeting from './video-meeting.txt?raw';

const TEXTS: Readonly<Record<SampleName, string>> = {
  'daily-report': dailyReport,
  'chat-order': chatOrder,
  'video-meeting': videoMeeting,
  'household-form': householdForm,
  'app-promotion': appPromotion,
  inspection,
  'good-notice': goodNotice,
};

/** The text of a sample. This module is fetched with the first sample that is asked for. */
export function readSample(name: SampleName): string {
  return TEXTS[name];
}
