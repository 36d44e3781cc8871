import { Button, Popup } from 'antd-mobile'
import type { FormEvent, ReactElement, ReactNode } from 'react'
import { useLanguage } from '../text/language'
import { Problem } from './problem'
import type { Command } from './use-command'

interface SheetFormProps {
  readonly title: string
  readonly submitLabel: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Runs on submit; its failure is shown, and the form stays as it is. */
  readonly command: Command<readonly [], void>
  readonly children: ReactNode
}

/** A form that comes up from the bottom of the screen. */
export const SheetForm = (props: SheetFormProps): ReactElement => {
  const { title, submitLabel, isOpen, onClose, command, children } = props
  const { text } = useLanguage()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void command.run()
  }
  return (
    <Popup visible={isOpen} onMaskClick={onClose} destroyOnClose>
      <form className="sheet" onSubmit={submit}>
        <h2>{title}</h2>
        {children}
        <Problem error={command.error} />
        <Button type="submit" color="primary" loading={command.isRunning}>
          {submitLabel}
        </Button>
        <Button onClick={onClose}>{text.close}</Button>
      </form>
    </Popup>
  )
}
