import type { ComponentChildren, VNode } from 'preact';
import './data-table.css';

export interface Column<RowData> {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly cell: (row: RowData) => ComponentChildren;
  /** Numbers stand at the end of their column. */
  readonly number?: boolean | undefined;
  /** The column that names the row. */
  readonly names?: boolean | undefined;
}

/** A real table for the desk. On a narrow screen each row becomes a small sheet with the column's words before each cell. */
export function DataTable<RowData>(props: {
  caption: ComponentChildren;
  columns: readonly Column<RowData>[];
  rows: readonly RowData[];
  rowKey: (row: RowData) => string;
  hideCaption?: boolean | undefined;
  /** Shown where there is no row. */
  empty: ComponentChildren;
}): VNode {
  if (props.rows.length === 0) return <>{props.empty}</>;
  return (
    <table class="data-table">
      <caption class={props.hideCaption ? 'visually-hidden' : 'data-table__caption'}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.id} scope="col" class={column.number ? 'data-table__number' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)}>
            {props.columns.map((column) => {
              const inside = (
                <>
                  <span class="data-table__name" aria-hidden="true">
                    {column.label}
                  </span>
                  <span class="data-table__value">{column.cell(row)}</span>
                </>
              );
              const number = column.number ? 'data-table__number' : undefined;
              return column.names ? (
                <th key={column.id} scope="row" class={number}>
                  {inside}
                </th>
              ) : (
                <td key={column.id} class={number}>
                  {inside}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
