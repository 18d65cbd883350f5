import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { Phone } from '../../domain/protocol.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Heard } from '../../record-parts/sound/heard.tsx';
import { useAppWords } from '../../sound/app-words.tsx';
import { ListenAndSign } from '../../sound/listen-and-sign.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import './safety-screen.css';

/**
 * "Something serious": a telephone flow. Neutral to look at, nothing to fill in, nothing kept and nothing sent. Works
 * while locked and with no signal; every step can be listened to. `onBack`: where it stands over another screen and not at an address of its own.
 */
export function SafetyScreen(props: { onBack?: () => void }): VNode {
  const t = useText('safety');
  const { draft: unchecked } = useLanguage();
  const phones = usePhones();
  const numbers = phones.length === 0 ? 'three.none' : 'three.text';
  return (
    <Screen
      top={
        <TopBar title={t.el('title')} back={{ label: t('back'), onClick: props.onBack ?? (() => history.back()) }} />
      }
    >
      {unchecked && <Notice tone="careful">{t.el('notForField')}</Notice>}
      <Heard>
        <Step n={1} says={['one.title', 'one.text']} title={t.el('one.title')}>
          <p>{t.el('one.text')}</p>
          <Button look="main" icon="phone" wide href="tel:999">
            {t.el('one.call')}
          </Button>
        </Step>
        <Step n={2} says={['two.title', 'two.say', 'two.do']} title={t.el('two.title')}>
          <p class="safety__say">{t.el('two.say')}</p>
          <SayIt />
          <p>{t.el('two.do')}</p>
        </Step>
        <Step n={3} says={['three.title', numbers]} title={t.el('three.title')}>
          <p>{t.el(numbers)}</p>
          {phones.map((phone) => (
            <Number key={phone.id} phone={phone} />
          ))}
        </Step>
        <Step n={4} says={['four.title', 'four.text']} title={t.el('four.title')}>
          <p>{t.el('four.text')}</p>
        </Step>
      </Heard>
      <p>{t.el('decides')}</p>
      <p class="safety__plain">{t.el('nothingSent')}</p>
    </Screen>
  );
}

/** For who is told it in a language the worker does not speak. */
function SayIt(): VNode {
  const t = useText('safety');
  const words = useAppWords();
  return <ListenAndSign say={words('safety:two.say')} what={t('two.say')} helps="lead" />;
}

function Step(props: {
  n: number;
  title: VNode;
  /** What is heard of it, in the order of the screen: keys of `safety`. */
  says: readonly string[];
  children: ComponentChildren;
}): VNode {
  const t = useText('safety');
  const words = useAppWords();
  const id = `safety-${props.n}`;
  return (
    <Card labelledBy={id}>
      <div class="safety__head">
        <h2 class="safety__title" id={id}>
          <span class="safety__number" aria-hidden="true">
            {props.n}
          </span>
          <span>{props.title}</span>
        </h2>
        <ListenAndSign
          look="sign"
          helps="lead"
          say={props.says.map((key) => words(`safety:${key}`))}
          what={t(`${props.says[0] ?? 'title'}`)}
        />
      </div>
      {props.children}
    </Card>
  );
}

function Number(props: { phone: Phone }): VNode {
  const t = useText('safety');
  const { phone } = props;
  return (
    <div class="safety__phone">
      <div>
        <p class="safety__label">
          <Bdi>{phone.label}</Bdi>
        </p>
        <p class="safety__digits">
          <Bdi dir="ltr">{phone.number}</Bdi>
        </p>
        {!phone.confirmed && (
          <>
            <StatusChip tone="waiting">{t.el('three.unconfirmed')}</StatusChip>
            <p class="safety__hint">{t.el('three.unconfirmedText')}</p>
          </>
        )}
      </div>
      <Button icon="phone" href={`tel:${phone.number.replaceAll(/[^0-9+*#]/g, '')}`}>
        {t.el('three.call', { name: phone.label })}
      </Button>
    </div>
  );
}

function usePhones(): readonly Phone[] {
  const { reference } = useServices();
  const [phones, show] = useState<readonly Phone[]>([]);
  useEffect(() => {
    const look = () =>
      void reference.organisation().then(
        (organisation) => show(organisation?.phones ?? []),
        () => show([]),
      );
    look();
    return reference.subscribe(look);
  }, [reference]);
  return phones;
}
