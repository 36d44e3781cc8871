import { Button, Space } from 'antd-mobile'
import { type DoorRequest, isUnsupportedError } from 'lockpanel'
import { useAttempt, useLock } from 'lockpanel/react'
import { type ReactElement, useEffect, useState } from 'react'
import { Problem } from '../parts/problem'
import { useCommand } from '../parts/use-command'
import { useLanguage } from '../text/language'

/** A visitor who pressed the button at the door, with the seconds that are left to answer. */
export const RequestAtDoor = (): ReactElement | null => {
  const { text, words } = useLanguage()
  const { requests$, accept, reject } = useLock()
  const [request, setRequest] = useState<DoorRequest>({ asks: false })
  const [failure, setFailure] = useState<unknown>()
  const letIn = useAttempt(accept)
  const refuse = useCommand(() => reject())
  useEffect(() => {
    const subscription = requests$.subscribe({ next: setRequest, error: setFailure })
    return () => subscription.unsubscribe()
  }, [requests$])
  // A lock without a button has no requests.
  if (failure !== undefined && !isUnsupportedError(failure)) return <Problem error={failure} />
  if (!request.asks) return null
  return (
    <section className="problem" aria-live="assertive">
      <strong>{text.home.someoneAsks}</strong>
      <p>{words.request(request)}</p>
      <Space>
        <Button color="primary" onClick={() => letIn.run()}>
          {text.home.letIn}
        </Button>
        <Button onClick={() => void refuse.run()}>{text.home.refuse}</Button>
      </Space>
      {letIn.current.status === 'failed' && <Problem error={letIn.current.error} />}
      <Problem error={refuse.error} />
    </section>
  )
}
