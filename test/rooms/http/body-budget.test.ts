/** Bytes of bodies in memory at a door: bounded for all and for each sender, and given back. */
import { describe, expect, test } from 'vitest';
import { openBodyBudget } from '../../../src/http/body-budget.js';

describe('A-11.4 the budget of bodies', () => {
  test('bounds each sender, and all of them together; what is over takes nothing', () => {
    const budget = openBodyBudget({ all: 10, each: 6 });
    const [a, b, again] = [budget.open('A'), budget.open('B'), budget.open('A')];
    a.take(4);
    expect(() => again.take(3)).toThrow('RATE_LIMITED');
    again.take(2);
    b.take(4);
    expect(() => b.take(1)).toThrow('RATE_LIMITED');
    expect(() => budget.open('C').take(1)).toThrow('RATE_LIMITED');
    again.close();
    b.take(2);
    expect(() => b.take(1)).toThrow('RATE_LIMITED');
  });

  test('given back twice is given back once', () => {
    const budget = openBodyBudget({ all: 10, each: 10 });
    const one = budget.open('A');
    one.take(10);
    one.close();
    one.close();
    const two = budget.open('A');
    two.take(10);
    expect(() => two.take(1)).toThrow('RATE_LIMITED');
  });
});
