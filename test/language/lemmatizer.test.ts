import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../src/app/load-language.ts';
import { baseForm } from '../../src/language/inflection.ts';

const unknown = () => false;

describe('spelling rules find base forms of words they have never seen', () => {
  test.each([
    [
      'VBD',
      'expelled=expel controlled=control called=call killed=kill shelled=shell stopped=stop banned=ban barred=bar',
    ],
    [
      'VBD',
      'seized=seize announced=announce received=receive argued=argue rescued=rescue accused=accuse passed=pass',
    ],
    [
      'VBD',
      'charged=charge managed=manage arranged=arrange belonged=belong pledged=pledge besieged=besiege urged=urge',
    ],
    [
      'VBD',
      'toppled=topple settled=settle hurled=hurl cancelled=cancel signalled=signal appealed=appeal ruled=rule',
    ],
    [
      'VBD',
      'required=require declared=declare restored=restore ordered=order monitored=monitor appeared=appear fired=fire',
    ],
    [
      'VBD',
      'provided=provide invaded=invade raided=raid loaded=load avoided=avoid guided=guide persuaded=persuade',
    ],
    [
      'VBD',
      'created=create negotiated=negotiate evaluated=evaluate defeated=defeat treated=treat combated=combat',
    ],
    [
      'VBD',
      'visited=visit invited=invite united=unite recruited=recruit targeted=target deleted=delete rioted=riot',
    ],
    [
      'VBD',
      'voted=vote promoted=promote executed=execute shouted=shout attacked=attack provoked=provoke spoiled=spoil',
    ],
    [
      'VBD',
      'named=name claimed=claim assumed=assume welcomed=welcome condemned=condemn abandoned=abandon opened=open',
    ],
    [
      'VBD',
      'escaped=escape developed=develop kidnapped=kidnap described=describe bombed=bomb attached=attach',
    ],
    [
      'VBD',
      'denied=deny tied=tie fled=flee struck=strike overthrew=overthrow withheld=withhold swore=swear forbade=forbid',
    ],
    [
      'VBG',
      'making=make agreeing=agree dying=die planning=plan using=use travelling=travel panicking=panic being=be',
    ],
    [
      'VBG',
      'storming=storm easing=ease hosting=host undermining=undermine negotiating=negotiate spying=spy',
    ],
    [
      'VBZ',
      'condemns=condemn denies=deny presses=press launches=launch vetoes=veto goes=go has=have releases=release',
    ],
    [
      'NNS',
      'armies=army sanctions=sanction losses=loss hostages=hostage clashes=clash embargoes=embargo viruses=virus',
    ],
    [
      'NNS',
      'women=woman servicemen=serviceman crises=crisis wives=wife series=series aircraft=aircraft people=people',
    ],
    ['JJR', 'larger=large bigger=big heavier=heavy worse=bad closer=close younger=young fewer=few'],
    ['JJS', 'latest=late strongest=strong best=good deadliest=deadly'],
  ] as const)('%s: %s', (xpos, pairs) => {
    const found = pairs.split(' ').map((pair) => {
      const [form] = pair.split('=');
      return `${form}=${baseForm(form, xpos, unknown)}`;
    });
    expect(found.join(' ')).toBe(pairs);
  });

  test('a known base form settles what spelling leaves open', () => {
    expect(baseForm('tutored', 'VBD', (word) => word === 'tutor')).toBe('tutor');
    expect(baseForm('quizzed', 'VBD', (word) => word === 'quiz')).toBe('quiz');
  });
});

test.each([
  ['The Americans went home.', 'the American go home .'],
  ["They weren't told.", 'they be not tell .'],
  ["It's Seoul's better plan.", "it be Seoul 's good plan ."],
  ['MOSCOW DENIES REPORTS', 'MOSCOW deny report'],
  ['He can’t have been hiding knives.', 'he can not have be hide knife .'],
])('in a sentence: %s', (text, lemmas) => {
  const language = loadLanguage();
  const { tokens } = language.parse(language.split(text)[0]);
  expect(tokens.map(({ lemma }) => lemma).join(' ')).toBe(lemmas);
});
