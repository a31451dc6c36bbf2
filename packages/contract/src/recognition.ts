/** Words of photos and scans, for a person to check before anything is made of them. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** A page in the finest setting of an office scanner, or a dozen in the usual one. */
const MOST_FILE_BYTES = 32 * 1024 * 1024;

/** What a person has checked of the words of a photo or scan that he sends. */
export const Transcript = z
  .string()
  .trim()
  .min(1)
  .max(200_000)
  .describe('照片或扫描件上的文字，经本人对照原件核对；能直接读出文字的文件不带这一项');

export const RecognisedText = z
  .object({
    lines: z.array(
      z.object({
        text: z.string(),
        page: z.int().describe('从 1 起'),
        confidence: z.number().describe('有多大把握，0 至 1'),
        isDoubtful: z.boolean().describe('看不清，要对照原件'),
      }),
    ),
    says: z.string().describe('读得清不清，一句话'),
    unreadPages: z.array(z.int()).describe('没有读出文字的页'),
  })
  .meta({ id: 'RecognisedText', description: '照片或扫描件上认出的文字，逐行；不保存' });
export type RecognisedText = z.infer<typeof RecognisedText>;

export const recogniseText = endpoint('POST /api/v1/recognised-text', {
  summary: '认出照片或扫描件上的文字，供人核对；图片和文字都不保存。同时只认一份，其余排队。',
  access: ['drafter', 'unit-lead', 'bearer-clerk', 'office'],
  input: z.strictObject({ base64: z.base64().min(1) }).meta({ id: 'PictureInText' }),
  upload: z.strictObject({ file: z.file() }).meta({ id: 'PictureFile' }),
  mostBytes: MOST_FILE_BYTES,
  reply: RecognisedText,
  // Papers hold names and numbers of people.
  confidential: true,
  refusals: ['no-recogniser', 'encrypted', 'damaged', 'unsupported', 'empty', 'took-too-long', 'busy'],
});
