import { Button, Popup } from 'antd-mobile'
import { useMembers } from 'lockpanel/react'
import { type FormEvent, type ReactElement, useId, useState } from 'react'
import { Problem } from '../parts/problem'
import { useCommand } from '../parts/use-command'
import { useLanguage } from '../text/language'

interface NewMemberProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A member without an account, such as a child or a grandparent. */
export const NewMember = ({ isOpen, onClose }: NewMemberProps): ReactElement => {
  const { text } = useLanguage()
  const { add } = useMembers()
  const [name, setName] = useState('')
  const id = useId()
  const adding = useCommand(async () => {
    // The route requires a sex; the panel does not ask for one.
    await add({ name: name.trim(), sex: 'female' })
    setName('')
    onClose()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void adding.run()
  }
  return (
    <Popup visible={isOpen} onMaskClick={onClose} destroyOnClose>
      <form className="sheet" onSubmit={submit}>
        <h2>{text.members.add}</h2>
        <label htmlFor={id}>
          {text.members.name}
          <input
            id={id}
            required
            maxLength={20}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <Problem error={adding.error} />
        <Button type="submit" color="primary" loading={adding.isRunning}>
          {text.members.save}
        </Button>
        <Button onClick={onClose}>{text.close}</Button>
      </form>
    </Popup>
  )
}
