/** The settings of our own PostgreSQL. The files are written at every start: what stands here is what runs. */

/** The major version whose data files these programs read. */
export const SERVER_VERSION = '18'

export type ServerPlace = { socketFolder: string; port: number; durable: boolean }

export function serverSettings({ socketFolder, port, durable }: ServerPlace): string {
  const settings: Record<string, string> = {
    // Reached through its socket folder alone: there is no address to connect to (trust-D47).
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: String(port),
    password_encryption: 'scram-sha-256',

    // A small machine: 2 cores, 4 GB. One desktop or one clinic's server.
    max_connections: '100',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    wal_compression: 'pglz',
    random_page_cost: '1.1',
    // Compiling a query costs more than our short queries take.
    jit: 'off',

    // A message that was acknowledged is on the disk.
    synchronous_commit: durable ? 'on' : 'off',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',

    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, YMD',
    default_text_search_config: 'pg_catalog.simple',

    // No words of a patient (trust-D79): errors quote values, so they are not written at all; the product logs their codes.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_lock_waits: 'off',
    log_temp_files: '-1',
    log_autovacuum_min_duration: '-1',
    log_checkpoints: 'off',
    // One file per weekday, each begun anew after a week.
    logging_collector: durable ? 'on' : 'off',
    log_directory: 'log',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  return `# Written by Bedside at every start.\n${lines.join('\n')}\n`
}

/** The superuser is our own account, known by the socket; every role of the product shows its password. */
export const accessRules = (admin: string) =>
  `# Written by Bedside at every start.\nlocal all ${admin} peer map=bedside\nlocal all all scram-sha-256\n`

export const accountMap = (account: string, admin: string) =>
  `# Written by Bedside at every start.\nbedside ${JSON.stringify(account)} ${admin}\n`
