import type { MovableClock } from '../../src/adapters/memory/memory-device.ts';
import type { Vault } from '../../src/ports/vault.ts';
import { type Contract, same, throwsProblem } from './contract.ts';

const GOOD = 'heron-quilt-72';
const OTHER = '830174';
const plain = new TextEncoder().encode('What Mary said about the damp');

export interface VaultUnderTest {
  readonly vault: Vault;
  readonly clock: MovableClock;
}

export function vaultContract(make: () => Promise<VaultUnderTest>): Contract {
  const wrongTimes = async ({ vault, clock }: VaultUnderTest, times: number) => {
    for (let n = 0; n < times; n += 1) {
      clock.pass(10 * 60_000);
      await vault.unlock('ann', 'not-this-one').catch(() => undefined);
    }
  };
  return {
    'opens with the passcode and reads what it wrote': async () => {
      const { vault } = await make();
      const made = await vault.create('ann', 'Ann', GOOD);
      const box = await made.encrypt(plain, 'draft/1');
      const opened = await vault.unlock('ann', GOOD);
      same(await opened.decrypt(box, 'draft/1'), plain);
      same([opened.actorId, opened.displayName], ['ann', 'Ann']);
      await throwsProblem(() => opened.decrypt(box, 'draft/2'), 'draft-unreadable');
    },
    'keeps workers apart': async () => {
      const { vault } = await make();
      const ann = await vault.create('ann', 'Ann', GOOD);
      const bea = await vault.create('bea', 'Bea', GOOD);
      const box = await ann.encrypt(plain, 'x');
      await throwsProblem(() => bea.decrypt(box, 'x'), 'draft-unreadable');
      same((await vault.slots()).map(({ displayName }) => displayName).sort(), ['Ann', 'Bea']);
    },
    'refuses weak passcodes, and a second slot over a living one': async () => {
      const { vault } = await make();
      for (const weak of ['12345', '111111', '123456', '654321', '121212', 'abcdef', 'password', 'annann']) {
        await throwsProblem(() => vault.create('ann', 'Ann Ann', weak), 'weak-passcode');
      }
      await vault.create('ann', 'Ann', OTHER);
      await throwsProblem(() => vault.create('ann', 'Ann', GOOD), 'conflict');
    },
    'says how many tries are left, and makes the third wrong one wait': async () => {
      const it = await make();
      await it.vault.create('ann', 'Ann', GOOD);
      await throwsProblem(() => it.vault.unlock('ann', 'wrong-one'), 'wrong-passcode');
      await throwsProblem(() => it.vault.unlock('ann', 'wrong-one'), 'wrong-passcode');
      await throwsProblem(() => it.vault.unlock('ann', 'wrong-one'), 'wrong-passcode');
      await throwsProblem(() => it.vault.unlock('ann', GOOD), 'passcode-wait');
      it.clock.pass(5001);
      same((await it.vault.unlock('ann', GOOD)).actorId, 'ann');
      same((await it.vault.slots())[0]?.failures, 0);
    },
    'cannot be hurried by changing the clock': async () => {
      const it = await make();
      await it.vault.create('ann', 'Ann', GOOD);
      for (let n = 0; n < 3; n += 1) await it.vault.unlock('ann', 'wrong-one').catch(() => undefined);
      it.clock.setWall(it.clock.wallMs() + 3600_000);
      await throwsProblem(() => it.vault.unlock('ann', GOOD), 'passcode-wait');
      it.clock.setWall(it.clock.wallMs() - 7 * 24 * 3600_000);
      await throwsProblem(() => it.vault.unlock('ann', GOOD), 'passcode-wait');
      it.clock.pass(5001);
      same((await it.vault.unlock('ann', GOOD)).actorId, 'ann');
    },
    'destroys the key after the tenth wrong try and lets a new one be made': async () => {
      const it = await make();
      await it.vault.create('ann', 'Ann', GOOD);
      await wrongTimes(it, 9);
      it.clock.pass(10 * 60_000);
      await throwsProblem(() => it.vault.unlock('ann', 'not-this-one'), 'vault-gone');
      it.clock.pass(10 * 60_000);
      await throwsProblem(() => it.vault.unlock('ann', GOOD), 'vault-gone');
      same(await it.vault.slots(), []);
      same((await it.vault.create('ann', 'Ann', OTHER)).actorId, 'ann');
    },
    'checks a passcode without ever coming nearer to destroying the key': async () => {
      const it = await make();
      const box = await (await it.vault.create('ann', 'Ann', GOOD)).encrypt(plain, 'x');
      const left: unknown[] = [];
      // As many who hold it, one after the other, as would have destroyed it; each time the worker opens it again.
      for (let n = 0; n < 15; n += 1) {
        it.clock.pass(20_000);
        left.push(await it.vault.check('ann', 'not-this-one').catch((thrown) => thrown.details.left));
        if (n % 5 === 4) {
          it.clock.pass(20_000);
          same(await it.vault.check('ann', GOOD).catch((thrown) => [thrown.code, thrown.details]), [
            'wrong-passcode',
            { left: 0 },
          ]);
          same((await it.vault.slots())[0]?.failures, 0);
          await it.vault.unlock('ann', GOOD);
        }
      }
      same(left, [4, 3, 2, 1, 0, 4, 3, 2, 1, 0, 4, 3, 2, 1, 0]);
      await it.vault.check('ann', GOOD);
      same(await (await it.vault.unlock('ann', GOOD)).decrypt(box, 'x'), plain);
      await throwsProblem(() => it.vault.check('bea', GOOD), 'vault-gone');
    },
    'makes checks wait as it does tries, and a right one begins the count anew': async () => {
      const it = await make();
      await it.vault.create('ann', 'Ann', GOOD);
      for (let n = 0; n < 3; n += 1) await throwsProblem(() => it.vault.check('ann', 'not-this-one'), 'wrong-passcode');
      it.clock.setWall(it.clock.wallMs() + 3600_000);
      await throwsProblem(() => it.vault.check('ann', GOOD), 'passcode-wait');
      it.clock.pass(5001);
      await it.vault.check('ann', GOOD);
      for (let n = 0; n < 3; n += 1) await throwsProblem(() => it.vault.check('ann', 'not-this-one'), 'wrong-passcode');
      await throwsProblem(() => it.vault.check('ann', GOOD), 'passcode-wait');
    },
    'changes the passcode and keeps what was written': async () => {
      const { vault } = await make();
      const box = await (await vault.create('ann', 'Ann', GOOD)).encrypt(plain, 'x');
      await throwsProblem(() => vault.change('ann', GOOD, '111111'), 'weak-passcode');
      await throwsProblem(() => vault.change('ann', 'wrong-one', OTHER), 'wrong-passcode');
      await vault.change('ann', GOOD, OTHER);
      await throwsProblem(() => vault.unlock('ann', GOOD), 'wrong-passcode');
      same(await (await vault.unlock('ann', OTHER)).decrypt(box, 'x'), plain);
    },
  };
}
