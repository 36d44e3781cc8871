import { Button } from 'antd-mobile'
import { useAttempt, useLock } from 'lockpanel/react'
import { type ReactElement, useEffect, useState } from 'react'
import { Problem } from '../parts/problem'
import { useLanguage } from '../text/language'

/** The cloud lets a lock be asked once in five seconds. */
const WINDOW_S = 5
const SECOND_MS = 1_000

/** Makes the lock report its methods, and counts the seconds until it may be asked again. */
export const SyncMethods = (): ReactElement => {
  const { text, words } = useLanguage()
  const { syncOpmodes } = useLock()
  const { current, run } = useAttempt(() => syncOpmodes())
  const [secondsLeft, setSecondsLeft] = useState(0)
  useEffect(() => {
    if (current.status === 'done' || current.status === 'failed') setSecondsLeft(WINDOW_S)
  }, [current.status])
  useEffect(() => {
    if (secondsLeft === 0) return undefined
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), SECOND_MS)
    return () => clearTimeout(timer)
  }, [secondsLeft])
  const isRunning = current.status === 'running'
  return (
    <>
      <Button size="small" loading={isRunning} disabled={secondsLeft > 0} onClick={() => run()}>
        {secondsLeft > 0 ? text.members.syncWaits(secondsLeft) : text.members.sync}
      </Button>
      {isRunning && <p role="status">{words.attemptStep(current.state)}</p>}
      {current.status === 'failed' && <Problem error={current.error} />}
    </>
  )
}
