import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Services, ServicesProvider } from '../../src/app/services.ts';
import { SessionHost } from '../../src/app/session-host.tsx';
import { useBeforeLock, useSession } from '../../src/app/session.ts';
import { loadTexts } from '../../src/i18n/catalogue.ts';
import type { UnlockedVault } from '../../src/ports/vault.ts';

const VAULT = { actorId: 'a1', displayName: 'Maria Example' } as UnlockedVault;
const kept = vi.fn(async () => undefined);
let tell: (event: 'shown' | 'hidden') => void = () => undefined;
let letGo: (() => Promise<void>) | null = null;

function services(lockAfterSeconds = 60): Services {
  const parts = {
    clock: {
      wallMs: () => Date.now(),
      monotonicMs: () => performance.now(),
      zone: () => 'UTC',
      sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    },
    tablet: {
      subscribe: (listener: typeof tell) => {
        tell = listener;
        return () => undefined;
      },
    },
    reference: { organisation: async () => ({ lockAfterSeconds }) },
    drafts: () => ({ currentVisit: async () => null, setCurrentVisit: async () => undefined }),
  };
  return parts as unknown as Services;
}

function Inside() {
  const { worker, open, lock, lentFor, lendFor } = useSession();
  useBeforeLock(kept);
  return (
    <>
      <p>{worker === null ? 'locked' : `open for ${worker.displayName}`}</p>
      <button onClick={() => void open(VAULT)}>open</button>
      <button onClick={() => void lock()}>lock</button>
      <button onClick={() => lendFor('draft-1')}>lend</button>
      <p>{lentFor === null ? 'in their own hands' : `lent for ${lentFor}`}</p>
    </>
  );
}

async function unlocked(lockAfterSeconds?: number): Promise<void> {
  render(
    <ServicesProvider value={services(lockAfterSeconds)}>
      <SessionHost onLettingGo={(keep) => (letGo = keep)}>
        <Inside />
      </SessionHost>
    </ServicesProvider>,
  );
  fireEvent.click(screen.getByText('open'));
  await pass(10);
  expect(screen.getByText('open for Maria Example')).toBeTruthy();
}

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

describe('the session', () => {
  beforeEach(async () => {
    await loadTexts(['app', 'common']);
    vi.useFakeTimers();
    kept.mockClear();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  test('locks after the organisation’s idle time, warns before it, and keeps the work first', async () => {
    await unlocked(60);
    await pass(41_000);
    expect(screen.getByText(/Locking in/)).toBeTruthy();
    expect(kept).not.toHaveBeenCalled();
    await pass(20_000);
    expect(screen.getByText('locked')).toBeTruthy();
    expect(kept).toHaveBeenCalledTimes(1);
  });

  test('a touch takes the warning away', async () => {
    await unlocked(60);
    await pass(45_000);
    fireEvent.pointerDown(document.body);
    await pass(1000);
    expect(screen.queryByText(/Locking in/)).toBeNull();
    expect(screen.getByText(/open for/)).toBeTruthy();
  });

  test('locks when it comes back after too long out of sight', async () => {
    await unlocked();
    tell('hidden');
    await pass(15_000);
    tell('shown');
    await pass(1000);
    expect(screen.getByText(/open for/)).toBeTruthy();
    tell('hidden');
    await pass(21_000);
    expect(screen.getByText('locked')).toBeTruthy();
  });

  test('a tablet that was lent is the worker’s again after every lock', async () => {
    await unlocked();
    fireEvent.click(screen.getByText('lend'));
    expect(screen.getByText('lent for draft-1')).toBeTruthy();
    fireEvent.click(screen.getByText('lock'));
    await pass(3100);
    expect(screen.getByText('locked')).toBeTruthy();
    expect(screen.getByText('in their own hands')).toBeTruthy();
  });

  test('a screen that cannot keep its work does not hold the lock up for ever', async () => {
    kept.mockImplementationOnce(() => new Promise(() => undefined));
    await unlocked();
    fireEvent.click(screen.getByText('lock'));
    await pass(3100);
    expect(screen.getByText('locked')).toBeTruthy();
  });

  test('another tab that asks for the tablet gets it after the work is kept', async () => {
    await unlocked();
    await act(async () => {
      const done = letGo?.();
      await vi.advanceTimersByTimeAsync(10);
      await done;
    });
    expect(kept).toHaveBeenCalled();
    expect(screen.getByText('locked')).toBeTruthy();
  });
});
