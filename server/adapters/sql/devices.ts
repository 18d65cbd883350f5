import type { DeviceHealth } from '../../../src/domain/protocol.ts';
import type { DeviceRow, DeviceStore } from '../../ports/store.ts';
import type { Cell, Sql } from './sql.ts';

interface DeviceCells {
  readonly device_id: string;
  readonly label: string;
  readonly public_key: string;
  readonly state: DeviceRow['state'];
  readonly check_signs: string;
  readonly enrolled_at: string;
  readonly last_contact_at: string | null;
  readonly health: string | null;
  readonly clock_skew_ms: number | null;
  readonly received: number;
}

const COLUMNS =
  'device_id, label, public_key, state, check_signs, enrolled_at, last_contact_at, health, clock_skew_ms, received';

/** Tablets, and the one-time codes that let them ask to join. */
export function sqlDevices(sql: Sql): DeviceStore {
  const read = async (where: string, values: readonly Cell[]): Promise<readonly DeviceRow[]> => {
    const devices = await sql.query<DeviceCells>(`SELECT ${COLUMNS} FROM devices ${where}`, values);
    if (devices.length === 0) return [];
    const [only] = devices;
    const installs = await sql.query<{ install_id: string; device_id: string }>(
      `SELECT install_id, device_id FROM installs WHERE device_id ${devices.length === 1 ? '= ?' : 'IS NOT NULL'}
         ORDER BY install_id`,
      devices.length === 1 && only !== undefined ? [only.device_id] : [],
    );
    return devices.map((device) => toDevice(device, installs));
  };
  const write = (text: string, values: readonly Cell[]): Promise<void> =>
    sql.transaction(async (tx) => {
      await tx.query(text, values);
    });

  return {
    addCode: (codeHash, expiresAt, byName) =>
      write('INSERT INTO enrol_codes (code_hash, expires_at, by_name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
        codeHash,
        expiresAt,
        byName,
      ]),

    takeCode: (codeHash, now) =>
      sql.transaction(async (tx) => {
        const taken = await tx.query(
          `UPDATE enrol_codes SET used_at = ? WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?
             RETURNING code_hash`,
          [now, codeHash, now],
        );
        if (taken.length === 1) return 'taken';
        const [row] = await tx.query<{ used_at: string | null }>(
          'SELECT used_at FROM enrol_codes WHERE code_hash = ?',
          [codeHash],
        );
        if (row === undefined) return 'unknown';
        return row.used_at === null ? 'expired' : 'used';
      }),

    add: (device, now) =>
      write(
        `INSERT INTO devices (device_id, label, public_key, state, check_signs, cookie_hash, enrolled_at, received)
           VALUES (?, ?, ?, 'waiting', ?, ?, ?, 0)`,
        [device.deviceId, device.label, device.publicKey, device.check, device.cookieHash, now],
      ),

    get: async (deviceId) => (await read('WHERE device_id = ?', [deviceId]))[0] ?? null,
    byCookie: async (cookieHash) => (await read('WHERE cookie_hash = ?', [cookieHash]))[0] ?? null,
    list: () => read('ORDER BY enrolled_at, device_id', []),
    setState: (deviceId, state) => write('UPDATE devices SET state = ? WHERE device_id = ?', [state, deviceId]),
    succeed: (oldDeviceId, newDeviceId) =>
      write('UPDATE installs SET device_id = ? WHERE device_id = ?', [newDeviceId, oldDeviceId]),
    rename: (deviceId, label) => write('UPDATE devices SET label = ? WHERE device_id = ?', [label, deviceId]),

    contact: (deviceId, installId, health, clockSkewMs, now) =>
      sql.transaction(async (tx) => {
        // The install before the tablet, as a push locks them.
        await tx.query(
          `INSERT INTO installs (install_id, device_id, ranges, gaps, durable_through) VALUES (?, ?, '[]', 0, 0)
             ON CONFLICT (install_id) DO UPDATE SET device_id = excluded.device_id
               WHERE installs.device_id IS NULL OR (installs.device_id <> excluded.device_id AND NOT EXISTS
                 (SELECT 1 FROM devices d WHERE d.device_id = installs.device_id AND d.state = 'approved'))`,
          [installId, deviceId],
        );
        await tx.query('UPDATE devices SET last_contact_at = ?, health = ?, clock_skew_ms = ? WHERE device_id = ?', [
          now,
          JSON.stringify(health),
          Math.round(clockSkewMs),
          deviceId,
        ]);
      }),
  };
}

function toDevice(device: DeviceCells, installs: readonly { install_id: string; device_id: string }[]): DeviceRow {
  return {
    deviceId: device.device_id,
    label: device.label,
    publicKey: device.public_key,
    state: device.state,
    check: device.check_signs,
    enrolledAt: device.enrolled_at,
    lastContactAt: device.last_contact_at,
    health: device.health === null ? null : (JSON.parse(device.health) as DeviceHealth),
    clockSkewMs: device.clock_skew_ms,
    received: device.received,
    installIds: installs.filter((row) => row.device_id === device.device_id).map((row) => row.install_id),
  };
}
