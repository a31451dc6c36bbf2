/** The words about changing units and about the audit log in Chinese. */
export const officesZh = {
  unitDesk: {
    open: (name: string): string => `办理${name}`,
    changes: { rename: '改名', merge: '并入别的单位', dissolve: '撤销' },
    founded: (day: string): string => `${day} 设立`,
    former: (name: string, day: string): string => `曾名${name}，到 ${day}`,
    ended: (day: string): string => `${day} 撤并`,
    below: (count: number): string => (count === 0 ? '没有下级单位' : `下级单位 ${String(count)} 个`),
    newName: '新名称',
    into: '并入哪个单位',
    choose: '请选择',
    day: '从哪天起',
    dayHint: '今天或以前',
    look: '先看看会怎样',
    doIt: (verb: string): string => `照此${verb}`,
    would: '照此办，将会：',
    renames: (name: string, next: string, day: string): string[] => [
      `从 ${day} 起，${name}改称${next}；代码不变，岗位和事项都不受影响。`,
      '以前的事项仍显示原名，原名记入曾用名，还能按原名找到。',
    ],
    merges: (name: string, into: string, count: number, day: string): string[] => [
      `从 ${day} 起，${name}撤并，由${into}接续。`,
      ...(count > 0 ? [`所辖 ${String(count)} 个单位划转到${into}，编入新代码，旧代码还能查到。`] : []),
      '经过的事项和审计记录都留着，不改写。',
    ],
    dissolves: (name: string, day: string): string[] => [
      `从 ${day} 起，${name}不再存在，也不能再选为承接单位。`,
      '经过的事项和审计记录都留着，不改写。',
    ],
    hasBelow: (count: number): string =>
      `还有 ${String(count)} 个下级单位，不能撤销。先撤并下级，或把整个单位并入别的单位。`,
  },
  audit: {
    tab: '审计',
    checkpoint: '检查点',
    checkpointHint:
      '日志到这一条为止的签名摘要。隔一段时间另存一份，放到本系统以外：以后就能证明在那以前的记录没有被改过、删过。',
    size: (count: number): string => `日志共 ${String(count)} 条。`,
    save: '另存检查点',
    verify: '怎么离线验证',
    steps: [
      '在服务器上导出日志（下面第一条命令）。',
      '下载公钥，和您以前另存的检查点放在一起。',
      '在任何一台装有本程序的电脑上验证（第二条命令），不联网、不用登录。',
    ],
    saveKeys: '下载公钥 keys.json',
    exitCodes: '结果为 0 是完好；为 1 是有改动，会说出是哪一条。',
    keys: '签名密钥',
    keysHint: '事项码和检查点都用它签名。换新以后，旧密钥签过的仍可验证。',
    made: (day: string): string => `${day} 启用`,
    retired: (day: string, size: number | null): string =>
      size === null ? `${day} 停用` : `${day} 停用，签到第 ${String(size)} 条`,
    inUse: '在用',
    outOfUse: '已停用',
    rotate: '换新密钥',
    rotateAsk: '怀疑密钥外泄，或到了本县规定的期限，才需要换。换新后，以后的事项码和检查点都用新密钥签。',
    rotated: '已换新。',
  },
};
