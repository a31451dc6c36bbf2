import { confidenceWords, severityWords, type Confidence } from '@qingzhuang/analysis';

/** The words of the frame and of the pages around the check in Chinese. */
export const pagesZh = {
  name: '轻装',
  nav: {
    label: '主菜单',
    more: '其他',
    skip: '跳到正文',
    places: {
      check: '随手查',
      compare: '一致性比对',
      code: '查码',
      register: '登记册',
      rules: '规则',
      about: '关于和隐私',
      leader: '一页',
      planning: '统筹',
      caps: '总量与计划',
      gate: '把关',
      draft: '发起',
      inbox: '我的清单',
      demands: '事项',
      documents: '上级来文',
      catalogue: '数据目录',
      admin: '管理',
      account: '我的账号',
      'sign-in': '登录',
    },
  },
  frame: {
    language: 'English',
    languageHint: '换成英文界面',
    scheme: { system: '跟随系统', light: '浅色', dark: '深色' },
    schemeLabel: '明暗',
    footer: '文件只在本机检查，不上传、不联网。',
    loading: '正在打开…',
    missing: '没有这一页',
    home: '回到随手查',
    crashed: '页面出错了，是我们的问题。您的文字都在本机，刷新就回来。',
    reload: '刷新',
    close: '关上',
  },
  severity: severityWords,
  confidence: {
    ...confidenceWords,
    house: '自定规则',
  },
  confidenceHint: {
    verified: '条款与公开的文件原文核对过',
    reported: '条款来自公开报道，原文没有公开',
    unverified: '条款还没有核对，仅供参考',
    house: '没有对应条款，是本工具的约定，县里可以改',
  } satisfies Record<Confidence | 'house', string>,
  rules: {
    title: '规则',
    lead: '随手查照这些规则看。只看文件有没有真的给基层添负担，不看用词。',
    search: '找规则',
    searchPlaceholder: '输入词，如“打卡”“日报”',
    count: (count: number): string => `${String(count)} 条`,
    id: '规则编号',
    fires: '会报',
    passes: '不会报',
    basis: '依据',
    needs: '还要看别的资料才能定',
    options: '可调的数',
    none: '没有找到。换个词试试。',
    loading: '正在取规则…',
    areas: {
      meeting: '会议',
      document: '文件',
      report: '报表材料',
      inspection: '督检考',
      task: '任务指标',
      platform: '平台群组',
      plaque: '挂牌上墙',
      campaign: '创建评比',
      pressure: '问责施压',
      variant: '变形走样',
      lineage: '上下对照',
      gate: '关口',
    } as Record<string, string>,
  },
  about: {
    title: '关于和隐私',
    sections: [
      {
        title: '这是什么',
        text: [
          '随手查读一份通知、会议通知、表格或群消息，算出它让每个村、每个乡镇多花多少时间，指出哪几句话添了负担、依据哪一条、怎么改。',
          '拟稿人发出前查一遍，基层收到后也能查。它只给意见，改不改由人定。',
        ],
      },
      {
        title: '文件去了哪里',
        text: [
          '哪儿也没去。读文件、检查、改写、导出，全在您的浏览器里做。页面打开以后断了网照样能用。',
          '浏览器还被设成拒绝向别处发送任何内容：这一条写在页面里，不靠我们自觉。',
          '随手查不用账号，没有统计代码，不用 Cookie。登录以后办的事项存在本县自己的服务器上。',
        ],
      },
      {
        title: '本机存了什么',
        text: [
          '查过的文字、采纳了哪些改法、没查完的粘贴文字、界面设置。都存在这个浏览器里，为的是刷新不丢。',
          '标有密级的文件一律不查、不存。公用电脑用完，请点下面的按钮清除。',
        ],
      },
      {
        title: '靠不靠得住',
        text: [
          '每处问题都给出原话、规则和依据，并注明依据是“已核原文”“据公开报道”还是“自定规则”。',
          '图片和扫描页它读不了，会明说，不会当成没有问题。小时数是估算，点“怎么算的”可以看到每一步。',
          '觉得报得不对，请看“规则”页里这条规则会报什么、不会报什么。',
        ],
      },
      {
        title: '装到桌面',
        text: ['在浏览器菜单里选“安装”或“添加到主屏幕”，以后没有网络也能打开。'],
      },
    ],
    clear: '清除本机存的内容',
    cleared: '已清除',
    stored: (count: number): string => `现在存有 ${String(count)} 份文字。`,
  },
  help: {
    title: '键盘',
    keys: [
      ['J', '下一处问题'],
      ['K', '上一处问题'],
      ['Enter', '展开这一处'],
      ['A', '采纳或撤销这一处'],
      ['Esc', '收起'],
      ['Ctrl V', '在首页直接粘贴文字或文件'],
      ['?', '显示这一页'],
    ],
  },
};

/** What every language must say on these pages. */
export type PageWords = typeof pagesZh;
