import { Button, Popup, Toast } from 'antd-mobile'
import { type ReactElement, useState } from 'react'
import { useLanguage } from '../text/language'
import type { Created } from './new-password'

interface CreatedPasswordProps {
  readonly created: Created | undefined
  readonly onClose: () => void
}

/** The digits of a new password, hidden until they are asked for, and gone when this is closed. */
export const CreatedPassword = ({ created, onClose }: CreatedPasswordProps): ReactElement => (
  <Popup visible={created !== undefined} destroyOnClose>
    {created !== undefined && <Digits created={created} onClose={onClose} />}
  </Popup>
)

const Digits = ({
  created: { name, password, toMs },
  onClose,
}: {
  readonly created: Created
  readonly onClose: () => void
}): ReactElement => {
  const { text, time } = useLanguage()
  const [isShown, setIsShown] = useState(false)
  const share = async () => {
    const message = text.passwords.shareText(name, password, time(toMs))
    if (navigator.share !== undefined) {
      // The person may close the sheet of the phone, which is no failure.
      await navigator.share({ text: message }).catch(() => {})
      return
    }
    await navigator.clipboard.writeText(message)
    Toast.show(text.passwords.copied)
  }
  return (
    <section className="sheet" aria-label={text.passwords.created}>
      <h2>{text.passwords.created}</h2>
      <p>{text.passwords.onlyOnce}</p>
      <p className="digits">{isShown ? password : '•'.repeat(password.length)}</p>
      <div className="actions">
        <Button onClick={() => setIsShown(!isShown)}>{text.passwords.reveal}</Button>
        <Button color="primary" onClick={() => void share()}>
          {text.passwords.share}
        </Button>
        <Button onClick={onClose}>{text.close}</Button>
      </div>
    </section>
  )
}
