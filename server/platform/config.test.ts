import { expect, test } from 'vitest'
import { readConfig, UnsafeConfig } from './config.ts'

const databaseOf = (url: string, ownerUrl?: string) =>
  readConfig({ DATABASE_URL: url, ...(ownerUrl ? { DATABASE_OWNER_URL: ownerUrl } : {}) }).database

test('trust-D47 a database elsewhere is spoken to over verified TLS, however its address names the host, each address by itself', () => {
  const verified = { rejectUnauthorized: true }
  expect(databaseOf('postgres://app@db.example/bedside')?.app.ssl).toEqual(verified)
  expect(databaseOf('postgres:///bedside?host=10.1.2.3')?.app.ssl).toEqual(verified)
  expect(databaseOf('postgres://app@localhost/bedside?host=10.1.2.3')?.app.ssl).toEqual(verified)
  expect(databaseOf('postgres://app@localhost/bedside')?.app.ssl).toBe(false)
  expect(databaseOf('postgres:///bedside?host=/run/postgresql')?.app.ssl).toBe(false)
  const pooled = databaseOf('postgres://app@localhost/bedside', 'postgres://owner@db.example/bedside')
  expect([pooled?.app.ssl, pooled?.owner.ssl]).toEqual([false, verified])
  expect(readConfig({}).database).toBeNull()
})

test('trust-D47 an address that would weaken it is refused, and one that names certificates is not', () => {
  const at = (parameters: string) => () => databaseOf(`postgres://app@db.example/bedside?${parameters}`)
  for (const weak of ['sslmode=disable', 'sslmode=no-verify', 'sslmode=require', 'ssl=0', 'uselibpqcompat=true'])
    expect(at(weak), weak).toThrow(UnsafeConfig)
  expect(() => databaseOf('postgres://app@localhost/x', 'postgres://o@db.example/x?sslmode=disable')).toThrow(
    'DATABASE_OWNER_URL',
  )
  for (const sound of ['sslmode=verify-full', 'sslrootcert=/etc/ca.pem', 'application_name=bedside'])
    expect(at(sound), sound).not.toThrow()
})
