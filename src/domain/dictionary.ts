/**
 * Preset deflate dictionary for sealed records. Each record is sealed alone, so it cannot share what it has in common
 * with the others; field names, codes and frames that stand in nearly all of them stand here instead. What is most
 * common stands last, where deflate reaches it most cheaply.
 *
 * Frozen: a seal made with it can be opened only with the very same text (a test holds its hash). For new kinds add a
 * second dictionary and a new format byte in `packing.ts`; never edit this one.
 */
export const DICTIONARY_1 = [
  // codes of the lists, rare before common
  'under-12 12-15 16-17 18-24 25-34 35-44 45-54 55-64 65-74 75-84 85-plus not-said not-asked own-words',
  'white-british white-irish gypsy-irish-traveller roma white-other mixed-caribbean mixed-african mixed-asian mixed-other',
  'indian pakistani bangladeshi chinese asian-other caribbean african black-other arab female male a-lot a-little not-at-all',
  'traveller-site roadside mosque church gurdwara temple synagogue community-centre womens-group library school-gate',
  'youth-club lunch-club food-bank hostel market workplace sports-club barber cafe waiting-room ward hospice home street',
  'online phone patient carer parent resident worker staff professional volunteer relative bsl advocate',
  'easy-read large-print braille audio bsl-video bsl-interpreter lipspeaker hearing-loop more-time communication-partner',
  'makaton quiet-place step-free spoken-language no-time asked-before no-trust nothing-changes not-well language',
  'gp pharmacy dentist optician nhs-111 ambulance a-and-e walk-in outpatient hospital-stay maternity health-visitor',
  'community-nursing mental-health learning-disability drug-alcohol sexual-health screening vaccination social-care',
  'care-home patient-transport interpreting complaints housing benefits police council-site voluntary-group',
  'see-doctor register-doctor medicine pregnancy-baby damp-cold water-toilets food-money forms interpreter safety transport',
  'someone-to-talk me site-liaison engagement-staff partner person-themselves today this-week soon',
  'come-back through-someone call voice-message text not-agreed',
  'registration-refused forms-literacy language-interpreting trust-discrimination digital-exclusion cost-travel site-housing',
  'damp water-toilets-refuse heating-power money-food loneliness children-school caring safety-hate green-play faith-culture',
  'information told-back strengths staff-manner communication getting-appointments waiting medication pain diagnosis referral',
  'discharge environment privacy getting-help being-listened-to what-helps what-gets-in-the-way what-should-change heard-back',
  'helped-reading helped-choosing interpreted proxy-family proxy-worker observed own',
  'good mixed bad worried angry sad hopeful unclear',
  // words that many people use when they talk of care
  ' appointment  appointments  doctor  hospital  because  they told me  nobody  the children  my mother  we have been ',
  ' the surgery  would not  could not  did not  again and again  to see  with the  when I  they said  there is  it was ',
  // the bodies of the kinds
  '"body":{"code":"","scope":"words"}}{"code":"","scope":"contact"}}{"count":1,"reason":"not-said"}}',
  '"body":{"startedAt":"","endedAt":null,"heard":["",""],"hearBack":"","note":""}}',
  '"body":{"what":"","toGroup":"","owner":"","byWhen":"2026-12-"}}',
  '"body":{"need":"","what":"","urgency":"this-week","whoActs":"me","whoDetail":"","byWhen":"2026-12-","reach":"come-back","reachDetail":""}}',
  '"body":{"theme":"getting-appointments","feeling":"worried","voice":"own","said":""}}',
  '"aboutYou":{"ageBand":"","sex":"","ethnicGroup":"","ethnicOwnWords":"","longTermCondition":"yes","activityLimit":"","carer":"no","mainLanguage":""}',
  '"body":{"said":"","saidLanguage":"en","gist":"","voice":"own","respondent":"patient","readBack":"right","prompts":[',
  '{"prompt":"being-listened-to","covered":"ticked","said":""},{"prompt":"what-helps","covered":"skipped","said":""}],',
  '"feeling":"mixed","services":["gp"],"themes":["getting-appointments"],"access":[],"accessNote":"",',
  '"contact":{"how":"come-back","detail":""},',
  // the frame
  '"media":[{"id":"019","role":"voice","mime":"audio/webm;codecs=opus","key":"","sha256":"","bytes":,"durationMs":,"language":"en"},',
  '{"id":"019","role":"photo","mime":"image/jpeg","key":"","sha256":"","bytes":,"caption":""}],',
  '"consent":null,"receiptCode":null,"amends":"019","visit":null,"readingMode":"easy",',
  '{"kind":"no-thanks","kind":"withdrawal","kind":"promise","kind":"visit","kind":"immediate-need","kind":"quick-note",',
  '"schemaVersion":1,"entityId":"019","amends":null,"visit":{"visitId":"019","placeName":"","grade":"open","grade":"shielded","grade":"area",',
  '"setting":"community-centre","groupName":"","date":"2026-","team":["",""],"interpreter":{"type":"professional","language":"","atConsent":true},"interpreter":null},',
  '"recordedBy":{"actorId":"019","displayName":""},"language":"en","readingMode":"standard","receiptCode":"",',
  '"consent":{"version":"2026-11","answers":{"talk":"yes","use":"yes","share":"no","voice":"no","photo":"no","hear-back":"yes","training":"no","press":"no"},',
  '"how":"written","how":"pictures","how":"spoken","language":"en","interpreted":true,"interpreted":false,"witness":"","at":"2026-',
  'T10:00:00.000Z"},"startedAt":"2026-11-',
  'T11:00:00.000Z","finishedAt":"2026-12-',
  'T12:00:00.000Z","media":[],"body":{"said":"',
  '{"kind":"conversation","schemaVersion":1,"entityId":"019',
].join('\n');
