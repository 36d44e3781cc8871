import { Button } from 'antd-mobile'
import type { TemporaryPassword, TemporaryPasswordState } from 'lockpanel'
import { useLock, useTemporaryPasswords } from 'lockpanel/react'
import { type ReactElement, useEffect, useState } from 'react'
import { ask } from '../parts/ask'
import { Loading } from '../parts/loading'
import { Problem } from '../parts/problem'
import { useCommand } from '../parts/use-command'
import { useLanguage } from '../text/language'
import { CreatedPassword } from './created-password'
import { type Created, NewPassword } from './new-password'

/** The lock has not done yet what the cloud accepted. */
const changing: readonly TemporaryPasswordState[] = ['pending', 'deleting']
const REFRESH_MS = 3_000

export const Passwords = (): ReactElement => {
  const { text } = useLanguage()
  const { rows, isLoading, error, refresh } = useTemporaryPasswords()
  const [isAdding, setIsAdding] = useState(false)
  const [created, setCreated] = useState<Created>()
  const isChanging = rows?.some(({ state }) => changing.includes(state)) === true
  useEffect(() => {
    if (!isChanging || isLoading) return undefined
    const timer = setTimeout(() => void refresh(), REFRESH_MS)
    return () => clearTimeout(timer)
  }, [isChanging, isLoading, refresh])
  return (
    <>
      <div className="filters">
        <Button size="small" color="primary" onClick={() => setIsAdding(true)}>
          {text.passwords.add}
        </Button>
      </div>
      {rows === undefined && isLoading && <Loading />}
      {rows?.length === 0 && <p className="note">{text.passwords.none}</p>}
      <Problem error={error} onRetry={() => void refresh()} />
      <ul className="plain">
        {rows?.map((password) => (
          <PasswordRow key={password.id} password={password} />
        ))}
      </ul>
      <NewPassword isOpen={isAdding} onClose={() => setIsAdding(false)} onCreated={setCreated} />
      <CreatedPassword created={created} onClose={() => setCreated(undefined)} />
    </>
  )
}

const PasswordRow = ({ password }: { readonly password: TemporaryPassword }): ReactElement => {
  const { text, words, time } = useLanguage()
  const { id, name, state, toMs } = password
  const { supports } = useLock()
  const { remove, freeze, unfreeze } = useTemporaryPasswords()
  const removal = useCommand(async () => {
    if (await ask(text.passwords.removeQuestion(name), text)) await remove(id)
  })
  const isFrozen = state === 'frozen'
  const freezing = useCommand(() => (isFrozen ? unfreeze : freeze)(id))
  const mayFreeze =
    (isFrozen || state === 'active') &&
    supports('PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/freeze-password')
  return (
    <li className="row">
      {name}
      <small>
        {words.passwordState(state)}
        {toMs !== undefined && ` · ${text.passwords.until(time(toMs))}`}
      </small>
      <div className="actions">
        {mayFreeze && (
          <Button size="mini" loading={freezing.isRunning} onClick={() => void freezing.run()}>
            {isFrozen ? text.passwords.unfreeze : text.passwords.freeze}
          </Button>
        )}
        <Button size="mini" loading={removal.isRunning} onClick={() => void removal.run()}>
          {text.passwords.remove}
        </Button>
      </div>
      <Problem error={removal.error ?? freezing.error} />
    </li>
  )
}
