import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { systemIds } from '../../../src/base/index.js';
import { makeCertificateAuthority } from '../../../src/development/index.js';

const NOW = Date.UTC(2026, 10, 22, 12);
const at = (now: number) => ({ clock: { now: () => now }, ids: systemIds });
const authority = makeCertificateAuthority('Мастер сертификатов', at(NOW));
const root = new X509Certificate(authority.cert);

describe('an authority', () => {
  it('certifies itself, and says that it certifies others', () => {
    expect(root.subject).toBe('CN=Мастер сертификатов');
    expect(root.ca).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect(root.checkIssued(root)).toBe(true);
  });

  it('is another one each time, under the same name', () => {
    const other = new X509Certificate(
      makeCertificateAuthority('Мастер сертификатов', at(NOW)).cert,
    );
    expect(other.checkIssued(root)).toBe(false);
    expect(other.verify(root.publicKey)).toBe(false);
  });
});

describe('a certificate', () => {
  const issued = authority.issue({ name: 'KZ-MIA', hosts: ['127.0.0.1', 'gateway.example'] });
  const read = new X509Certificate(issued.cert);

  it('is by its authority, and certifies nobody', () => {
    expect(read.verify(root.publicKey)).toBe(true);
    expect(read.checkIssued(root)).toBe(true);
    expect(read.ca).toBe(false);
  });

  it('goes with its key, for both ends of a connection', () => {
    expect(() => createSecureContext(issued)).not.toThrow();
    // serverAuth and clientAuth
    expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
  });

  it('names its holder and where it answers', () => {
    expect(read.subject).toBe('CN=KZ-MIA');
    expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(read.checkHost('gateway.example')).toBe('gateway.example');
    expect(read.checkHost('other.example')).toBeUndefined();
  });

  it.each([
    [NOW, undefined, '2026-11-21T12:00:00.000Z', '2026-12-22T12:00:00.000Z'],
    [NOW, -1, '2026-11-20T12:00:00.000Z', '2026-11-21T12:00:00.000Z'],
    // From 2050 on a date is written in another form (RFC 5280 section 4.1.2.5).
    [Date.UTC(2049, 11, 31), 1, '2049-12-30T00:00:00.000Z', '2050-01-01T00:00:00.000Z'],
  ])('made at %i for %s days holds from %s to %s', (now, days, ...bounds) => {
    const maker = makeCertificateAuthority('x', at(now));
    const made = new X509Certificate(
      maker.issue({ name: 'x', hosts: [], ...(days === undefined ? {} : { days }) }).cert,
    );
    const dates = [made.validFrom, made.validTo].map((date) => new Date(date).toISOString());
    expect(dates).toEqual(bounds);
  });

  it('has a serial number of its own', () => {
    const other = new X509Certificate(authority.issue({ name: 'KZ-MIA', hosts: [] }).cert);
    expect(other.serialNumber).not.toBe(read.serialNumber);
    expect(BigInt(`0x${read.serialNumber}`) > 0n).toBe(true);
  });
});
