// One in-memory PLC directory and one real Bluesky PDS, on loopback, for tests and the demo.
//
//   node sandbox.mjs [--plc-port 2582] [--pds-port 2583] [--data DIR]
//
// Modules are taken from the working directory (where `npm ci` ran), so the script itself may stand elsewhere.
// Secrets come by environment only: ESSAIM_SANDBOX_ADMIN_PASSWORD and ESSAIM_SANDBOX_BYPASS (the value of the header
// `x-ratelimit-bypass`); one that is not given is made up and known to nobody.
// Prints one JSON line when ready. Stops on SIGTERM, SIGINT, and when standard input closes: so it dies with its parent.
// A line `advance MILLISECONDS` on standard input moves its clock on, for measurements of windows that last hours.
import { createECDH, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const LOOPBACK = '127.0.0.1'

/** Both servers ask for a port on every interface; nothing in this process may listen outside loopback. */
function bindOnlyLoopback() {
  const listen = Server.prototype.listen
  Server.prototype.listen = function (port, ...rest) {
    if (port !== null && typeof port === 'object') return listen.call(this, { ...port, host: LOOPBACK }, ...rest)
    return listen.call(this, Number(port), LOOPBACK, ...rest.filter((argument) => typeof argument === 'function'))
  }
}

/** Everything in this process reads a clock that can be moved on; long timers that become due that way fire at once. */
function movableClock() {
  const SHORT = 1000
  const RealDate = globalThis.Date
  const realSetTimeout = globalThis.setTimeout
  let ahead = 0
  const waiting = new Set()
  class MovedDate extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(RealDate.now() + ahead)
      else super(...parts)
    }
    static now() {
      return RealDate.now() + ahead
    }
    static [Symbol.hasInstance](value) {
      return value instanceof RealDate
    }
  }
  globalThis.Date = MovedDate
  globalThis.setTimeout = Object.assign((action, delay, ...rest) => {
    if (!(delay > SHORT)) return realSetTimeout(action, delay, ...rest)
    const timer = { due: MovedDate.now() + delay, action: () => action(...rest) }
    timer.handle = realSetTimeout(() => {
      waiting.delete(timer)
      timer.action()
    }, delay)
    waiting.add(timer)
    return timer.handle
  }, realSetTimeout)
  // A timer that was cleared stays so; one that is not due yet has come nearer.
  const look = (timer) => {
    clearTimeout(timer.early)
    if (timer.handle._destroyed) waiting.delete(timer)
    else if (timer.due <= MovedDate.now()) {
      waiting.delete(timer)
      clearTimeout(timer.handle)
      timer.action()
    } else timer.early = realSetTimeout(() => look(timer), timer.due - MovedDate.now()).unref()
  }
  return (milliseconds) => {
    ahead += milliseconds
    for (const timer of [...waiting]) look(timer)
  }
}

function settings() {
  const { values } = parseArgs({
    options: {
      'plc-port': { type: 'string', default: process.env.ESSAIM_SANDBOX_PLC_PORT ?? '2582' },
      'pds-port': { type: 'string', default: process.env.ESSAIM_SANDBOX_PDS_PORT ?? '2583' },
      data: { type: 'string', default: process.env.ESSAIM_SANDBOX_DATA },
    },
  })
  const temporary = values.data === undefined
  const data = temporary ? mkdtempSync(join(tmpdir(), 'essaim-pds-')) : values.data
  mkdirSync(join(data, 'blobs'), { recursive: true })
  return { plcPort: Number(values['plc-port']), pdsPort: Number(values['pds-port']), data, temporary }
}

/** A key of the right curve for the PDS to rotate DID documents with, in hex. */
function rotationKey() {
  const key = createECDH('secp256k1')
  key.generateKeys()
  return key.getPrivateKey('hex').padStart(64, '0')
}

function pdsEnvironment({ plcPort, pdsPort, data }) {
  return {
    port: pdsPort,
    hostname: 'localhost',
    serviceName: 'Essaim sandbox',
    serviceHandleDomains: ['.test'],
    dataDirectory: data,
    blobstoreDiskLocation: join(data, 'blobs'),
    actorStoreCacheSize: 20,
    didPlcUrl: `http://localhost:${plcPort}`,
    plcRotationKeyK256PrivateKeyHex: rotationKey(),
    jwtSecret: randomBytes(16).toString('hex'),
    dpopSecret: randomBytes(32).toString('hex'),
    adminPassword: process.env.ESSAIM_SANDBOX_ADMIN_PASSWORD ?? randomBytes(16).toString('hex'),
    inviteRequired: false,
    // Plain http and loopback addresses are what a sandbox is made of.
    devMode: true,
    disableSsrfProtection: true,
    crawlers: [],
    rateLimitsEnabled: true,
    rateLimitBypassKey: process.env.ESSAIM_SANDBOX_BYPASS ?? randomBytes(16).toString('hex'),
  }
}

async function main() {
  process.env.LOG_ENABLED ??= 'false'
  bindOnlyLoopback()
  const advance = movableClock()
  const chosen = settings()
  const require = createRequire(join(process.cwd(), 'package.json'))
  const { Database, PlcServer } = require('@did-plc/server')
  const { PDS, envToCfg, envToSecrets } = require('@atproto/pds')

  const plc = PlcServer.create({ db: Database.mock(), port: chosen.plcPort })
  await plc.start()
  const env = pdsEnvironment(chosen)
  const pds = await PDS.create(envToCfg(env), envToSecrets(env))
  await pds.start()

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 5000).unref()
    await pds.destroy()
    await plc.destroy()
    if (chosen.temporary) rmSync(chosen.data, { recursive: true, force: true })
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.stdin.on('end', stop).on('close', stop).on('error', stop).setEncoding('utf8')
  process.stdin.on('data', (text) => {
    for (const [, milliseconds] of text.matchAll(/^advance (\d+)$/gm)) advance(Number(milliseconds))
  })

  console.log(
    JSON.stringify({
      ready: true,
      pds: `http://localhost:${chosen.pdsPort}`,
      plc: `http://localhost:${chosen.plcPort}`,
      handleDomain: '.test',
    }),
  )
}

main().catch((failure) => {
  console.error(failure.code === 'EADDRINUSE' ? `Port ${failure.port} is taken by another program.` : failure)
  process.exit(1)
})
