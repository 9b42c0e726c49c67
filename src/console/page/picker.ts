import { type ChangeEvent, createElement as h, type ReactElement, useId } from 'react';

interface PickerProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onPick: (value: string) => void;
}

/** A labelled choice of one: the browser's own control, which the keyboard and screen readers know. */
export function Picker({ label, value, options, onPick }: PickerProps): ReactElement {
  const id = useId();
  const onChange = (event: ChangeEvent<HTMLSelectElement>): void => onPick(event.target.value);
  return h(
    'div',
    { className: 'picker' },
    h('label', { htmlFor: id }, label),
    h(
      'select',
      { id, value, onChange },
      options.map((option) => h('option', { key: option.value, value: option.value }, option.text)),
    ),
  );
}
