/**
 * Who reaches what. Written down from the product's rules and never computed: the tests hold the running program
 * against it, and `docs/access.md` is this table in words.
 *
 * A row answers for one endpoint, or for one kind of record that it may be asked about. It is one of
 * - `anyone`: needs no account;
 * - `everyone`: any account of the county, the same for every role, a token included;
 * - `in-person`: any account, in a session of its own and not with a token;
 * - a word of five letters for each role, in the order of `ROLES`. The letters say where the record's unit stands as
 *   seen from the person's post: the own unit, one below, one above, one elsewhere in the county, one of another county.
 * The letter behind a word that is no role's says what becomes of the request.
 */
import type { RefusalCode, Role } from '@qingzhuang/contract';

export const ROLES = [
  ...(['drafter', 'unit-lead', 'bearer-clerk', 'office'] as const),
  ...(['leader', 'supervisor', 'auditor', 'administrator'] as const),
] satisfies readonly Role[];

/** Where the record's unit stands as seen from the person's post. */
export const RELATIONS = ['own', 'below', 'above', 'elsewhere', 'another-county'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * `yes`: answered. `yes-without`: answered, and the record is not in it. `no-such-post`: a role of the county has no
 * post there. Otherwise the refusal; those that follow from what is asked and not from who asks show that it was heard.
 */
export type Outcome = 'yes' | 'yes-without' | 'no-such-post' | RefusalCode;

export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  y: 'yes',
  o: 'yes-without',
  '-': 'no-such-post',
  x: 'not-allowed',
  '?': 'no-such-record',
  e: 'four-eyes',
  u: 'unknown-unit',
  c: 'wrong-credentials',
  w: 'wrong-state',
  f: 'unsupported',
};

// prettier-ignore
export const ACCESS: Readonly<Record<string, string>> = {
  checkDocument: 'anyone y',
  readApiDocument: 'anyone y',
  readApiPage: 'anyone y',
  reportLiveness: 'anyone y',
  reportReadiness: 'anyone y',
  reportMetrics: 'anyone y',
  readDemoAccounts: 'anyone y',
  readCode: 'anyone y',
  listRegisters: 'anyone y',
  listRegister: 'anyone y',
  readRegisterFeed: 'anyone y',
  listKeys: 'anyone y',
  // The address is the proof.
  readFeed: 'anyone y',
  signIn: 'anyone c',
  preparePasskeySignIn: 'anyone y',
  signInWithPasskey: 'anyone c',
  describeSingleSignOn: 'anyone y',
  // The county has none.
  beginSingleSignOn: 'anyone ?',
  finishSingleSignOn: 'anyone ?',

  readMe: 'everyone y',
  listFeeds: 'everyone y',
  'revokeFeed of somebody else': 'everyone ?',
  listNotices: 'everyone y',
  listSettings: 'everyone y',
  readSetting: 'everyone y',
  listPlanItems: 'everyone y',
  exportPlan: 'everyone y',
  exportPlanWorkbook: 'everyone y',
  readCheckpoint: 'everyone y',
  proveConsistency: 'everyone y',

  readReuse: 'everyone y',
  exportReuse: 'everyone y',

  exportElements: 'everyone y',
  exportElementWorkbook: 'everyone y',
  exportElementList: 'everyone y',
  exportElementCatalogue: 'everyone y',
  listFactBatches: 'everyone y',

  signOut: 'in-person y',
  changePassword: 'in-person c',
  listSessions: 'in-person y',
  'endSession of somebody else': 'in-person ?',
  enrolTotp: 'in-person c',
  confirmTotp: 'in-person w',
  removeTotp: 'in-person c',
  preparePasskey: 'in-person c',
  addPasskey: 'in-person c',
  listPasskeys: 'in-person y',
  'removePasskey of somebody else': 'in-person ?',
  createToken: 'in-person y',
  listTokens: 'in-person y',
  'revokeToken of somebody else': 'in-person ?',

  // Demands before the gate: their issuer, and those who decide or watch. drafter, unit-lead, bearer-clerk, office,
  // leader, supervisor, auditor, administrator.
  draftDemand:                                   'yxxxx yxxxx xxxxx yxxxx xxxxx xxxxx xxxxx xx--x',
  draftFromFile:                                 'yxxxx yxxxx xxxxx yxxxx xxxxx xxxxx xxxxx xx--x',
  reviseDemand:                                  'yxxxx yxxxx xxxxx yxxxx xxxxx xxxxx xxxxx xx--x',
  replaceDemandText:                             'y???? y???? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  submitDemand:                                  'y???? y???? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  declareEmergency:                              'y???? y???? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  'readDemand of a draft':                       'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  'readDemand of one withdrawn before the gate': 'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  'readDemandHistory of a draft':                'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  'readDemandFile of a draft':                   'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  'readReceipt of a draft':                      'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  replayScreening:                               'xxxxx xxxxx xxxxx yyyy? yyyy? yyyy? yyyy? xx--x',
  'listDemands with a draft':                    'yoooo yoooo yoooo yyyyo yyyyo yyyyo yyyyo yo--o',

  // Decisions: nobody decides on his own demand, the office not on one of the office.
  admitDemand:                                   'xxxxx y???? xxxxx eyyy? yyyy? xxxxx xxxxx xx--x',
  'admitDemand case by case':                    'xxxxx x???? xxxxx eyyy? yyyy? xxxxx xxxxx xx--x',
  refuseDemand:                                  'xxxxx y???? xxxxx eyyy? yyyy? xxxxx xxxxx xx--x',
  mergeDemand:                                   'xxxxx y???? xxxxx eyyy? yyyy? xxxxx xxxxx xx--x',
  deferDemand:                                   'xxxxx x???? xxxxx eyyy? yyyy? xxxxx xxxxx xx--x',
  reviewEmergency:                               'xxxxx xxxxx xxxxx eyyy? yyyy? xxxxx xxxxx xx--x',
  suspendDemand:                                 'xxxxx yxxx? xxxxx yyyy? yyyy? xxxxx xxxxx xx--x',
  resumeDemand:                                  'xxxxx yxxx? xxxxx yyyy? yyyy? xxxxx xxxxx xx--x',
  withdrawDemand:                                'yxxx? yxxx? xxxxx yyyy? yyyy? xxxxx xxxxx xx--x',

  // Demands past the gate: the register is public inside the county.
  'readDemand of one that is running':           'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  'readDemandHistory of one that is running':    'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  'readReceipt of one that is running':          'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  'listDemands with one that is running':        'yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yy--o',
  readSlip:                                      'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  readSlipImage:                                 'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  readWeek:                                      'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  readBearerLoad:                                'yyyyu yyyyu yyyyu yyyyu yyyyu yyyyu yyyyu yy--u',
  readHonesty:                                   'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  startDemand:                                   'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  renewDemand:                                   'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  closeDemand:                                   'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  reportMeetingHeld:                             'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',

  // The library: what came from above is everybody's, the text of a demand is seen by whoever sees the demand.
  addDocument:                                   'yyyyy yyyyy xxxxx yyyyy xxxxx xxxxx xxxxx xx--x',
  'listDocuments with the text of a draft':      'yoooo yoooo yoooo yyyyo yyyyo yyyyo yyyyo yo--o',
  'listDocuments with one from above':           'yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yy--o',
  'readDocument of a draft':                     'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  'readDocument of one from above':              'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  'readSuperior of a draft':                     'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  'readSuperior of one that is running':         'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  chooseSuperior:                                'y???? y???? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  'readChain of a draft':                        'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  'readChain of one that is running':            'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',

  // The form of a demand holds no person: whoever sees the demand sees what it asks for. What bearers fill in is seen by
  // the bearer, the town above it and, once it is sent, by the unit that asked; nobody who only watches sees it.
  'readFormLayout of a draft':                   'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  'readFormLayout of one that is running':       'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  attachForm:                                    'y???? y???? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  decideForm:                                    'y???? y???? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  removeForm:                                    'y???? y???? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  'assessForm of a draft':                       'y???? y???? y???? yyyy? yyyy? yyyy? yyyy? y?--?',
  'assessForm of one that is running':           'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  readFill:                                      'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',
  readFillRows:                                  'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',
  editFill:                                      'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',
  submitFill:                                    'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',
  reopenFill:                                    'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',
  'approveFill of a village':                    'xxxxx y?x?? y?x?? xxxxx xxxxx xxxxx xxxxx xx--x',
  'sendBackFill of a village':                   'xxxxx y?x?? y?x?? xxxxx xxxxx xxxxx xxxxx xx--x',
  exportFill:                                    'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',
  exportFills:                                   'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  listAwaitingFills:                             'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',

  // What a bearer has before it: its own people, and those above it but for who keeps the accounts.
  readInbox:                                     'yy??? yy??? yy??? yy??? yy??? yy??? yy??? y?--?',
  readTask:                                      'yy??? yy??? yy??? yy??? yy??? yy??? yy??? y?--?',
  createFeed:                                    'yy??? yy??? yy??? yy??? yy??? yy??? yy??? y?--?',
  openTask:                                      'xxxxx yx??? yx??? xxxxx xxxxx xxxxx xxxxx xx--x',
  noteTime:                                      'xxxxx yx??? yx??? xxxxx xxxxx xxxxx xxxxx xx--x',
  answerTask:                                    'xxxxx yx??? yx??? xxxxx xxxxx xxxxx xxxxx xx--x',
  returnTask:                                    'xxxxx yx??? yx??? xxxxx xxxxx xxxxx xxxxx xx--x',
  handInFile:                                    'xxxxx yx??? yx??? xxxxx xxxxx xxxxx xxxxx xx--x',
  registerOrder:                                 'xxxxx yx??? yx??? xxxxx xxxxx xxxxx xxxxx xx--x',
  // The picture is of nobody's unit; what is asked here is no picture.
  recogniseText:                                 'fffff fffff fffff fffff xxxxx xxxxx xxxxx xx--x',
  // What a unit has reported is never shown to those above: they may have given the order.
  listRegistrations:                             'y???? y???? y???? y???? y???? y???? y???? y?--?',
  'readAnswerFile by what the bearer is':        'yyxx? yyxx? yyxx? yyyy? yyyy? yyyy? yyyy? yx--?',
  'readAnswerFile by what the issuer is':        'yyxx? yyxx? yyxx? yyyy? yyyy? yyyy? yyyy? xx--?',

  // Bearers are asked, and what one of them says is told to nobody above it.
  consultDemand:                                 'y???? y???? xxxxx yyyy? yyyy? xxxxx xxxxx xx--x',
  readConsultation:                              'y???? y???? xxxxx yyyy? yyyy? yyyy? yyyy? xx--x',
  'replyToOpinion that nobody gave':             '????? ????? xxxxx ?xxx? xxxxx xxxxx xxxxx xx--x',
  listInvitations:                               'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',
  giveOpinion:                                   'xxxxx yx??? yx??? xxxxx xxxxx xxxxx xxxxx xx--x',
  proposeAmendment:                              'xxxxx yx??? yx??? xxxxx xxxxx xxxxx xxxxx xx--x',
  'listAmendments of one bearer':                'y???? y???? y???? y???? y???? y???? y???? y?--?',
  'listAmendments of all bearers':               'yxxx? yxxx? xxxx? yyyy? yyyy? yyyy? yyyy? xx--?',
  replyToAmendment:                              'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',

  // Glass that is broken loudly gives nobody what no post of his has.
  'openBreakGlass to decide alone':              'xxxxx xxxxx xxxxx yyyy? xxxxx xxxxx xxxxx xx--x',
  'openBreakGlass to see persons':               'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  listBreakGlass:                                'xxxxx xxxxx xxxxx yyyyy yyyyy yyyyy yyyyy xx--x',

  // What issuers see of bearers, and never of persons.
  listBearerStatuses:                            'yxxx? yxxx? xxxxx yyyy? yyyy? yyyy? yyyy? xx--x',
  'listBearerStatuses of a draft':               'y???? y???? xxxxx yyyy? yyyy? yyyy? yyyy? xx--x',
  acceptReturn:                                  'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  answerReturn:                                  'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  // Who sent something back, and the words of who registered an order: never for the unit that asked.
  listReturnPersons:                             'xxxxx xxxxx xxxxx xyyy? xxxxx xyyy? xxxxx xx--?',
  listOffGateFiles:                              'xxxxx xxxxx xxxxx xyyy? xxxxx xyyy? xxxxx xx--x',
  readOffGateFile:                               'xxxxx xxxxx xxxxx xyyy? xxxxx xyyy? xxxxx xx--x',
  listOffGateDemands:                            'xxxxx xxxxx xxxxx yyyyo yyyyo yyyyo yyyyo xx--x',
  nameIssuer:                                    'xxxxx xxxxx xxxxx eyyy? xxxxx xxxxx xxxxx xx--x',

  readOverview:                                  'xxxxx xxxxx xxxxx yyyyy yyyyy yyyyy yyyyy xx--x',

  // Caps and settings are public inside the county, and the office's to set.
  changeSetting:                                 'xxxxx xxxxx xxxxx yyyyy xxxxx xxxxx xxxxx yy--y',
  listCaps:                                      'yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yy--o',
  forecastCaps:                                  'yyyyu yyyyu yyyyu yyyyu yyyyu yyyyu yyyyu yy--u',
  readCap:                                       'yyyyu yyyyu yyyyu yyyyu yyyyu yyyyu yyyyu yy--u',
  grantCap:                                      'xxxxx xxxxx xxxxx yyyyu xxxxx xxxxx xxxxx xx--x',
  transferCap:                                   'xxxxx xxxxx xxxxx yyyyu xxxxx xxxxx xxxxx xx--x',
  importPlan:                                    'xxxxx xxxxx xxxxx yyyyy xxxxx xxxxx xxxxx xx--x',

  // The catalogue is public inside the county. Its owner and the office decide on an element, never who proposed it.
  listElements:                                  'yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yy--o',
  readElement:                                   'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  nameOwner:                                     'xxxxx xxxxx xxxxx yyyy? xxxxx xxxxx xxxxx xx--x',
  installStarter:                                'xxxxx xxxxx xxxxx yyyyy xxxxx xxxxx xxxxx yy--y',
  importElements:                                'xxxxx xxxxx xxxxx yyyyy xxxxx xxxxx xxxxx yy--y',
  proposeElement:                                'yxxxx yxxxx xxxxx yxxxx xxxxx xxxxx xxxxx xx--x',
  listProposals:                                 'yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yy--o',
  approveProposal:                               'xxxxx yxxx? xxxxx yyyy? xxxxx xxxxx xxxxx xx--x',
  refuseProposal:                                'xxxxx yxxx? xxxxx yyyy? xxxxx xxxxx xxxxx xx--x',
  listGrants:                                    'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  grantSharing:                                  'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',
  withdrawSharing:                               'yxxx? yxxx? xxxxx yxxx? xxxxx xxxxx xxxxx xx--x',

  // What is known of people: whole for who serves them, else what the county's bodies own or are given.
  listSubjects:                                  'yy??? yy??? y???? yyyy? xxxxx xxxxx xxxxx xx--x',
  readSubject:                                   'yy??? yy??? y???? yyyy? xxxxx xxxxx xxxxx xx--x',
  readFactHistory:                               'yy??? yy??? y???? yyyy? xxxxx xxxxx xxxxx xx--x',
  correctFact:                                   'yx??? yx??? y???? xxxx? xxxxx xxxxx xxxxx xx--x',
  endSubject:                                    'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',
  restoreSubject:                                'xxxxx y???? y???? xxxxx xxxxx xxxxx xxxxx xx--x',
  listConflicts:                                 'yooyo yooyo oooyo yoooo xxxxx xxxxx xxxxx xx--x',
  resolveConflict:                               'y??x? y??x? xxxxx y???? xxxxx xxxxx xxxxx xx--x',
  importRegister:                                'yxxxx yxxxx yxxxx yxxxx xxxxx xxxxx xxxxx xx--x',
  pushFacts:                                     'yxxxx yxxxx yxxxx yxxxx xxxxx xxxxx xxxxx xx--x',
  queryFacts:                                    'yxxxx yxxxx yxxxx yxxxx xxxxx xxxxx xxxxx xx--x',
  listLookUps:                                   'xxxxx xxxxx xxxxx yyyyy yyyyy yyyyy yyyyy xx--x',
  listKnownShares:                               'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',

  // The tree of units is public inside the county; it and the accounts are the administrator's.
  listUnits:                                     'yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yyyyo yy--o',
  readUnitTree:                                  'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  readUnit:                                      'yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yyyy? yy--?',
  createUnit:                                    'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--u',
  renameUnit:                                    'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  mergeUnit:                                     'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  dissolveUnit:                                  'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  importUnits:                                   'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--y',
  importDivisions:                               'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--y',
  exportUnits:                                   'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--y',
  exportUnitWorkbook:                            'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--y',
  createPerson:                                  'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--y',
  listPeople:                                    'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--o',
  readPerson:                                    'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  changePerson:                                  'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  resetPassword:                                 'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  listPosts:                                     'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  listPostsAwaiting:                             'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--y',
  grantPost:                                     'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  confirmPost:                                   'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  withdrawPost:                                  'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  rotateKey:                                     'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--y',
  createWebhook:                                 'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--y',
  listWebhooks:                                  'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--o',
  readWebhook:                                   'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  changeWebhook:                                 'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  pauseWebhook:                                  'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  resumeWebhook:                                 'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  rotateWebhookSecret:                           'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  deleteWebhook:                                 'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  testWebhook:                                   'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  listDeliveries:                                'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
  resendDelivery:                                'xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx yy--?',
};
