import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { headerBytes, type Operation, SEAL_INFO } from '../../../src/domain/envelope.ts';
import { unpackRecord } from '../../../src/domain/packing.ts';
import { record, type SealedRecord } from '../../../src/domain/record.ts';

/** A new key of an organisation: its public half for the tablet, and opening as the server does it. */
export async function organisationKey(): Promise<{
  publicKey: string;
  open(operation: Operation): Promise<SealedRecord>;
}> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64'),
    async open(operation) {
      if (operation.sealed === null) throw new Error('nothing is sealed in it');
      const info = new TextEncoder().encode(SEAL_INFO);
      const params = { recipientKey: pair.privateKey, enc: Buffer.from(operation.sealed.enc, 'base64'), info };
      const opened = await suite.open(params, Buffer.from(operation.sealed.ct, 'base64'), headerBytes(operation));
      return record.parse(unpackRecord(new Uint8Array(opened)));
    },
  };
}
