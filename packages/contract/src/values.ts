/** Shapes of single values that many features share. */
import { z } from 'zod';

/** A county: the first six digits of the division code. It is the tenant. */
export const CountyCode = z
  .string()
  .regex(/^[1-9]\d{5}$/, '应为 6 位县级区划代码')
  .meta({ id: 'CountyCode', description: '县级行政区划代码，6 位' });

/** A unit: 12 digits, of which the first six are its county, so that a unit and all below it are one range. */
export const UnitCode = z
  .string()
  .regex(/^[1-9]\d{11}$/, '应为 12 位单位代码')
  .meta({ id: 'UnitCode', description: '单位代码，12 位：县 6 位、乡镇 3 位、村 3 位' });

/** A calendar day in China; nothing before 1949 or after 2199 is meant. */
export const Day = z.iso
  .date()
  .refine((day) => day >= '1949-10-01' && day < '2200-01-01', '日期超出范围')
  .meta({ id: 'Day', description: '日期 YYYY-MM-DD（北京时间）' });

/** A moment, with zone when sent; replies give UTC. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((at) => at >= '1949-10-01' && at < '2200-01-01', '时间超出范围')
  .meta({ id: 'Instant', description: '时刻，RFC 3339，带时区' });

export const Id = z.uuid().meta({ id: 'Id' });

/** One line of plain text. Control characters would break lists, slips and feeds. */
export function line(longest: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, '不能含有控制字符');
}

/** Several lines of plain text; no control characters besides the end of a line. */
export function paragraphs(longest: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, '不能含有控制字符');
}
