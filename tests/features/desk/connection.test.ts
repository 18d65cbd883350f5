import { describe, expect, test } from 'vitest';
import { Problem } from '../../../src/domain/problems.ts';
import { createConnection } from '../../../src/features/desk/connection.ts';
import { anOrganisation, entity, PASSWORD } from './memory-organisation.ts';

async function signedIn() {
  const desk = anOrganisation();
  const connection = createConnection(desk.client);
  await connection.refresh();
  await connection.signIn('amina', PASSWORD);
  return { desk, connection };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a session that ends in the middle of work', () => {
  test('the change waits for the same person to sign in again and is then made', async () => {
    const { desk, connection } = await signedIn();
    desk.endSession();
    const change = connection.client.changeItem(entity(1), { rev: 1, note: 'Rang the liaison worker.' });
    await settled();
    expect(connection.state().expired).toBe(true);
    expect(desk.state.details.find((one) => one.item.entityId === entity(1))?.note).toBe('');

    await connection.signIn('amina', PASSWORD);
    await expect(change).resolves.toMatchObject({ note: 'Rang the liaison worker.' });
    expect(connection.state().expired).toBe(false);
  });

  test('somebody else who signs in never sends what the first person typed', async () => {
    const { desk, connection } = await signedIn();
    desk.endSession();
    const change = connection.client.changeItem(entity(1), { rev: 1, note: 'Mine, not theirs.' });
    const refused = expect(change).rejects.toMatchObject({ code: 'not-signed-in' });
    await settled();
    await connection.signIn('ben', PASSWORD);
    await refused;
    expect(desk.state.details.find((one) => one.item.entityId === entity(1))?.note).toBe('');
  });

  test('a wrong password leaves everything waiting', async () => {
    const { desk, connection } = await signedIn();
    desk.endSession();
    const change = connection.client.people();
    await settled();
    await expect(connection.signIn('amina', 'not the right one')).rejects.toMatchObject({ code: 'wrong-sign-in' });
    expect(connection.state().expired).toBe(true);
    await connection.signIn('amina', PASSWORD);
    await expect(change).resolves.toHaveLength(2);
  });
});

describe('a server that does not answer', () => {
  test.each(['unreachable', 'timed-out', 'nonsense-answer'] as const)(
    '%s shows, and goes with the next answer',
    async (code) => {
      const { desk, connection } = await signedIn();
      desk.fail(code);
      await expect(connection.client.people()).rejects.toBeInstanceOf(Problem);
      expect(connection.state().reachable).toBe(false);
      desk.fail(null);
      await connection.client.people();
      expect(connection.state().reachable).toBe(true);
    },
  );

  test('a refusal is an answer: the server is there', async () => {
    const { desk, connection } = await signedIn();
    desk.fail('not-allowed');
    await expect(connection.client.people()).rejects.toMatchObject({ code: 'not-allowed' });
    expect(connection.state().reachable).toBe(true);
  });
});

test('before anybody has signed in, "not signed in" is no interruption', async () => {
  const desk = anOrganisation();
  const connection = createConnection(desk.client);
  await connection.refresh();
  await expect(connection.client.people()).rejects.toMatchObject({ code: 'not-signed-in' });
  expect(connection.state().expired).toBe(false);
});
