const GROUPED = new Intl.NumberFormat('zh-CN');

/** Whole hours with separators: the figures of a county are long. */
function hours(minutes: number): string {
  if (minutes !== 0 && Math.abs(minutes) < 60) return `${String(Math.round(minutes))}\u00a0分钟`;
  return `${GROUPED.format(Math.round(minutes / 60))}\u00a0小时`;
}

/** The words of 一页 in Chinese. */
export const leaderZh = {
  leader: {
    hours,
    title: '一页',
    /** `change` is the share by which it has grown; null where there is nothing to compare with. */
    verdict: (minutes: number, change: number | null): string => {
      const recent = `近四周新压给基层约 ${hours(minutes)}`;
      if (change === null) return recent;
      if (Math.abs(change) < 0.005) return `${recent}，与前四周持平`;
      return `${recent}，比前四周${change < 0 ? '少' : '多'} ${String(Math.round(Math.abs(change) * 100))}%`;
    },
    nothing: '近四周没有新压给基层的事项',
    asOf: (day: string): string => `截至 ${day}`,
    print: '打印',
    how: '怎么算的',
    more: (count: number): string => `共 ${String(count)} 项，这里列出最要紧的`,
    weeks: {
      title: '每周新压给基层的工时',
      through: '过了关的',
      past: '未过关的',
      running: '本周未完',
      label: (week: string, through: string, past: string | null): string =>
        `${week}起的一周：过了关的 ${through}${past === null ? '' : `，未过关的 ${past}`}`,
      how: '准予下达那一天，把这件事给全部承接单位带来的可能用时（每年多次的计一年）计入那一周；下达前撤回的不计。未过关的按登记那一天、登记的单位数乘每个单位的可能用时计。四周比较用最近四个过完的星期。',
    },
    kinds: {
      title: '按类别',
      demands: (count: number): string => `${String(count)} 项`,
      how: '同样的十三周、同样的算法，按事项类别相加；未过关的不在其中。',
    },
    issuers: {
      title: '谁要得多：与自己的总量比',
      none: '今年还没有事项。',
      hours: (used: string, granted: string): string => `${used}，核定 ${granted}`,
      noCap: (used: string): string => `${used}，没有核定用时总量`,
      kind: (kind: string, used: number, granted: number): string =>
        `${kind} ${String(used)} 次，核定 ${String(granted)} 次`,
      over: (count: number): string => `超总量通过 ${String(count)} 次`,
      beyond: '已超',
      all: (count: number): string => `看全部 ${String(count)} 个单位`,
      how: '每个单位只与自己今年核定的总量比。百分数是已用除以核定，用时和次数里取更满的一个；没有核定总量的排在后面，不算百分数。应急和一事一议通过的也计入已用。',
    },
    forecast: {
      title: '到年底',
      likely: (likely: string): string => `今年可能共约 ${likely}`,
      range: (low: string, high: string): string => `九成把握在 ${low} 到 ${high} 之间`,
      granted: (granted: string): string => `核定总量 ${granted}`,
      used: (used: string): string => `已用 ${used}`,
      none: '今年还没有用量，算不出。',
      minutes: '以分钟计：',
    },
    heaviest: {
      title: '最费时的在办事项',
      none: '现在没有在办的事项。',
      how: '准予下达和办理中的事项，按全部承接单位的可能用时相加，多的在前。',
    },
    waiting: {
      title: '等着一事一议',
      none: '没有等着一事一议的事项。',
      how: '超出总量、计划外、涉及几个部门或有须改问题的事项，要一事一议才能下达；按可能用时从多到少。',
    },
    stop: {
      suspend: '暂停',
      defer: '推迟一周',
      suspendOf: (ask: string): string => `暂停：${ask}`,
      deferOf: (ask: string): string => `推迟一周：${ask}`,
      because: '因为',
      own: '另写理由',
      done: { suspend: '已暂停', defer: (day: string): string => `已推迟到 ${day}` },
      reasons: {
        suspend: ['基层正忙防汛抢险', '与其他事项重复', '基层工时已满'],
        defer: ['基层工时已满', '先与有关部门会商', '等上级文件明确'],
      },
      confirm: '确定',
      cancel: '取消',
    },
    emergencies: {
      title: '应急先行',
      none: '没有进行中的应急事项。',
      overdue: (count: number): string => `${String(count)} 项过了 48 小时还没有审查`,
      isOverdue: (due: string): string => `应在 ${due} 前审查，已过时限`,
      due: (due: string): string => `${due} 前审查`,
      reviewed: '已审查',
      how: '还在办的应急事项，以及已结束但没有审查的。应急先行须在下达后 48 小时内由减负办审查。',
    },
    offGate: {
      title: '没过关就下达的',
      none: '十三周里没有登记到未过关的事项。',
      unknown: '发起单位待查',
      demands: (count: number): string => `${String(count)} 项`,
      how: '基层把没有事项码的要求粘贴进来，系统与登记簿比对，找不到对应事项的就计在发起单位名下；用时是每个单位的可能用时乘以登记的单位数。谁登记的不显示。',
    },
    exceptional: {
      title: '一事一议通过的',
      none: '十三周里没有。',
      over: (count: number): string => `其中 ${String(count)} 项超出总量`,
      isOver: '超总量',
      errors: (count: number): string => `有 ${String(count)} 处须改没有改`,
      how: '十三周内由减负办或领导一事一议准予下达的事项，用时多的在前；理由随事项公开。',
    },
  },
};
