import { pino } from 'pino'
import { startService } from './service'
import { readSettings } from './settings'

const log = pino({
  // Calls contain neither; a later field must not leak them.
  redact: ['*.authorization', '*.secret', '*.password', '*.token', '*.ticket_key'],
})

const main = async (): Promise<void> => {
  const service = await startService(readSettings(process.env), log)
  const stop = (signal: string) => {
    log.info({ signal }, 'closing')
    void service.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  log.fatal({ message: (error as Error).message }, 'the gateway did not start')
  process.exit(1)
})
