import type { ReportLine } from './start-workbench.ts';

/** Reports with what an analyst meets: several events, one inside another, words of others. */
export const envoys: ReportLine = {
  id: 'north/envoys.txt',
  title: 'Poland expels two Belarusian diplomats; Minsk vows an answer',
  publisher: 'Vistula Wire (sample)',
  date: '2023-08-11',
  url: 'https://vistula.example/envoys',
  text: [
    'WARSAW — Poland expelled two Belarusian diplomats on Friday and accused Belarus of espionage.',
    'Belarus condemned the decision and threatened to close the border. "We will respond to this hostile step," the Belarusian Foreign Ministry said.',
    'The foreign minister of Lithuania met his Polish counterpart in Vilnius on Thursday. Lithuania will send 40 officers to Poland if the two governments agree.',
  ].join('\n\n'),
};

/** A title, a publisher, an address and a text that try to become part of the page. */
export const hostile: ReportLine = {
  id: '<b>hostile</b> "id"/../#?',
  title: '<img src=x onerror="window.hacked=1">Serbia expels <b>a diplomat</b>',
  publisher: '<script>window.hacked=1</script>',
  date: '2023-08-10',
  url: 'javascript:window.hacked=1',
  text: [
    '<img src="https://elsewhere.example/pixel.png" onerror="window.hacked=1"><script>window.hacked=1</script>',
    'Serbia expelled two Croatian diplomats on Wednesday. <a href="javascript:window.hacked=1">Serbia</a> accused Croatia of spying. <svg onload="window.hacked=1">',
    '<style>body { display: none }</style><iframe src="https://elsewhere.example/"></iframe> {{constructor.constructor("window.hacked=1")()}}',
  ].join('\n\n'),
};

/** Names from right to left, names without end, and no date. */
export const unwieldy: readonly ReportLine[] = [
  {
    id: 'خبر',
    title: 'وزارة الخارجية تستدعي السفير بعد التصريحات الأخيرة حول الحدود',
    publisher: 'وكالة الأنباء (عينة)',
    text: 'Egypt summoned the Ethiopian ambassador. وقالت الوزارة إن القرار نهائي.\n\nرفضت الوزارة التعليق.',
  },
  {
    id: 'long',
    title: `Donaudampfschifffahrtsgesellschaft ${'sehr'.repeat(60)}`,
    publisher: `The Extraordinarily ${'Long'.repeat(50)} Gazette (sample)`,
    text: `Iran and Iraq signed an agreement. ${'Unbroken'.repeat(120)}`,
  },
];

const pairs = [
  ['India', 'China'],
  ['Greece', 'Turkey'],
  ['Japan', 'South Korea'],
  ['Kenya', 'Somalia'],
] as const;

/** Enough documents for a second page of the list. */
export const many: readonly ReportLine[] = Array.from({ length: 60 }, (_, index) => {
  const [first, second] = pairs[index % pairs.length];
  return {
    id: `many-${index}`,
    title: `Report ${index}: ${first} and ${second} hold talks`,
    publisher: 'Delta Post (sample)',
    date: `2022-${String((index % 12) + 1).padStart(2, '0')}-05`,
    text: `${first} and ${second} held talks on border issue number ${index} on Monday.`,
  };
});

export const allReports: readonly ReportLine[] = [envoys, hostile, ...unwieldy, ...many];
