import { Refusal } from '@qingzhuang/contract';

/** NIST SP 800-63B asks for 8 beside a second factor and 15 alone; typing errors of village keyboards weigh in as well. */
const SHORTEST = 10;

/** Long enough, and yet among the first that anybody tries. */
const COMMON = [
  ...['1234567890', '0123456789', '0987654321', '9876543210', '1122334455', '123123123123', '147258369', '5201314520'],
  ...[
    'qwertyuiop',
    '1q2w3e4r5t',
    'q1w2e3r4t5',
    '1qaz2wsx3edc',
    'qazwsxedcrfv',
    'password123',
    'password1234',
    'p@ssw0rd123',
  ],
  ...[
    'admin123456',
    'administrator',
    'woaini1314',
    'woaini5201314',
    'abc1234567',
    'abcd123456',
    'aa12345678',
    'a123456789',
  ],
  ...[
    'qingzhuang',
    'qingzhuang123',
    'iloveyou123',
    'letmein123',
    'welcome123',
    'zxcvbnm123',
    'asdfghjkl123',
    'qwer123456',
  ],
];

/**
 * Refuses a new password that is short, common, one character over and over, or made of the user name. Nothing is asked
 * of its characters: such rules only move people to 口令1!.
 */
export function assertGoodPassword(password: string, username: string): void {
  const detail = findFault(password.normalize('NFKC').toLowerCase(), username);
  if (detail !== undefined) throw new Refusal('invalid-input', { errors: [{ pointer: '/newPassword', detail }] });
}

function findFault(password: string, username: string): string | undefined {
  const characters = Array.from(password);
  if (characters.length < SHORTEST) return `口令至少 ${SHORTEST} 个字符，可以用一句话`;
  if (new Set(characters).size < 4) return '口令不能由几个相同的字符重复而成';
  if (COMMON.some((common) => password === common || password.startsWith(common)))
    return '这个口令太常见，别人一猜就中';
  if (password.replaceAll(username, '').length < characters.length / 2) return '口令不能主要由用户名组成';
  return undefined;
}
