import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Permission } from '../../../domain/roles.ts';
import { number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/shapes.ts';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { NameMark } from '../../../ui/name-mark/name-mark.tsx';
import type { Connection } from '../connection.ts';
import { useDesk } from '../desk-context.ts';
import { ROOMS, type Room } from '../place.ts';
import { ExampleBanner } from './example-banner.tsx';
import { OwnPassword } from './own-password.tsx';

const NEEDS: Readonly<Record<Room, Permission>> = {
  inbox: 'read-inbox',
  places: 'edit-places',
  surveys: 'edit-surveys',
  sounds: 'record-sounds',
  languages: 'edit-surveys',
  quarantine: 'quarantine',
  tablets: 'tablets',
  maps: 'maps',
  people: 'people',
  organisation: 'organisation',
  withdraw: 'withdraw',
  audit: 'audit',
};
const ICONS: Readonly<Record<Room, IconName>> = {
  inbox: 'list',
  places: 'place',
  surveys: 'smile',
  sounds: 'speaker',
  languages: 'globe',
  quarantine: 'archive',
  tablets: 'tablet',
  maps: 'map',
  people: 'people',
  organisation: 'settings',
  withdraw: 'receipt',
  audit: 'history',
};

export const roomNeeds = (room: Room): Permission => NEEDS[room];

/** The frame of the desk: where you are, who you are, and whether the server is there. */
export function Frame(props: {
  room: Room;
  parked: number | null;
  connection: Connection;
  notice: ComponentChildren;
  children: ComponentChildren;
}) {
  const t = useText('desk-frame');
  const { language } = useLanguage();
  const { status, me, may } = useDesk();
  const [menu, setMenu] = useState(false);
  const { reachable } = props.connection.state();
  const main = useRef<HTMLElement>(null);
  const lastRoom = useRef(props.room);
  useEffect(() => {
    if (lastRoom.current === props.room) return;
    lastRoom.current = props.room;
    setMenu(false);
    main.current?.focus();
  }, [props.room]);
  return (
    <div class="desk" data-audience="staff">
      <a class="desk-skip" href="#main">
        {t.el('common:skipToContent')}
      </a>
      {status.example && <ExampleBanner />}
      <header class="desk-bar">
        <a class="desk-bar__name" href="/desk">
          <NameMark name={t('common:appName')} />
        </a>
        <button
          type="button"
          class="desk-bar__menu"
          aria-expanded={menu}
          aria-controls="desk-menu"
          onClick={() => setMenu(!menu)}
        >
          <Icon name="more" />
          {t.el('menu')}
        </button>
        <div class={`desk-menu${menu ? ' desk-menu--open' : ''}`} id="desk-menu">
          <nav aria-label={t('menuLabel')}>
            <ul class="desk-menu__rooms">
              {ROOMS.filter((room) => may(NEEDS[room])).map((room) => (
                <li key={room}>
                  <a
                    class="desk-menu__room"
                    href={room === 'inbox' ? '/desk' : `/desk/${room}`}
                    aria-current={room === props.room ? 'page' : undefined}
                  >
                    <Icon name={ICONS[room]} />
                    <span>{t.el(`rooms.${room}`)}</span>
                    {room === 'quarantine' && props.parked !== null && props.parked > 0 && (
                      <span class="desk-count desk-count--look" aria-label={t('parked', { count: props.parked })}>
                        {number(language, props.parked)}
                      </span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div class="desk-me">
            {status.organisation !== null && <p class="desk-me__organisation">{status.organisation}</p>}
            <p>{t.el('signedInAs', { name: me.displayName })}</p>
            <p class="desk-quiet">{t.el(`roles.${me.role}`)}</p>
            <OwnPassword />
            <button type="button" class="desk-me__out" onClick={() => void props.connection.signOut().catch(() => {})}>
              <Icon name="sign-out" />
              {t.el('signOut')}
            </button>
          </div>
        </div>
      </header>
      <main class="desk-main" id="main" tabIndex={-1} ref={main}>
        <div class={`desk-silent${reachable ? '' : ' desk-silent--shown'}`}>
          <LiveRegion visible>{reachable ? '' : t('silent')}</LiveRegion>
        </div>
        {props.notice}
        {props.children}
      </main>
    </div>
  );
}
