import {
  auditPage,
  deskStatus,
  enrolmentCode,
  inboxDetail,
  inboxPage,
  orgSettings,
  person,
  personList,
  quarantinePage,
  tabletList,
  withdrawAnswer,
} from '../../domain/desk.ts';
import type { DeskClient } from '../../ports/desk-client.ts';
import { openDeskLink, queryText, type DeskLinkOptions } from './desk-link.ts';
import { httpMapsClient } from './maps-client.ts';
import { httpPlacesClient } from './places-client.ts';
import { httpSurveyClient } from './survey-client.ts';

/** The desk's link over fetch, with the session cookie. Nothing that comes back is believed before it is parsed. */
export function httpDeskClient(options: DeskLinkOptions = {}): DeskClient {
  const link = openDeskLink(options);
  const { ask, text } = link;
  const id = encodeURIComponent;

  return {
    ...httpSurveyClient(link),
    ...httpPlacesClient(link),
    ...httpMapsClient(link),
    status: () => ask(deskStatus, '/status'),
    setUp: (body) => ask(deskStatus, '/setup', { method: 'POST', body }),
    signIn: (loginName, password) => ask(deskStatus, '/session', { method: 'POST', body: { loginName, password } }),
    changePassword: async (current, next) =>
      void (await text('/password', { method: 'POST', body: { current, next } })),
    signOut: async () => void (await text('/session', { method: 'DELETE' })),

    inbox: (query, signal) => ask(inboxPage, `/inbox${queryText(query)}`, { signal }),
    item: (entityId) => ask(inboxDetail, `/inbox/${id(entityId)}`),
    changeItem: (entityId, body) => ask(inboxDetail, `/inbox/${id(entityId)}`, { method: 'PATCH', body }),
    withdraw: async (code, scope) =>
      (await ask(withdrawAnswer, '/withdraw', { method: 'POST', body: { code, scope } })).found,

    quarantine: () => ask(quarantinePage, '/quarantine'),
    retryParked: async (inboxId) => void (await text(`/quarantine/${id(inboxId)}/retry`, { method: 'POST' })),
    exportParked: (inboxId) => text(`/quarantine/${id(inboxId)}/export`),

    tablets: async () => (await ask(tabletList, '/tablets')).tablets,
    newTabletCode: () => ask(enrolmentCode, '/tablets/code', { method: 'POST' }),
    changeTablet: async (deviceId, body) => void (await text(`/tablets/${id(deviceId)}`, { method: 'POST', body })),

    people: async () => (await ask(personList, '/people')).people,
    addPerson: (body) => ask(person, '/people', { method: 'POST', body }),
    changePerson: (actorId, body) => ask(person, `/people/${id(actorId)}`, { method: 'PATCH', body }),

    organisation: () => ask(orgSettings, '/organisation'),
    changeOrganisation: (body) => ask(orgSettings, '/organisation', { method: 'PATCH', body }),
    confirm: (what, confirmed) =>
      ask(orgSettings, '/organisation/confirm', { method: 'POST', body: { what, confirmed } }),

    audit: async () => (await ask(auditPage, '/audit')).entries,
  };
}
