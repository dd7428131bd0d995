"""Some of the same queries under an async session, where a lazy read fails."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from shop.models import Line, Order


async def for_loop(session: AsyncSession):
    names = []
    result = await session.execute(select(Order))
    for order in result.scalars().all():
        names.append(order.customer.name)
    return names


async def select_scalars(session: AsyncSession):
    orders = (await session.scalars(select(Order).order_by(Order.id))).all()
    return [order.customer.name for order in orders]


async def select_execute(session: AsyncSession):
    result = await session.execute(select(Order).order_by(Order.id))
    return [len(order.lines) for order in result.scalars()]


async def rows_of_tuples(session: AsyncSession):
    rows = await session.execute(select(Order, Order.total).order_by(Order.id))
    return [order.customer.name for order, _ in rows]


async def two_hops(session: AsyncSession):
    return [line.order.customer.name for line in await session.scalars(select(Line).order_by(Line.id))]


async def second_hop(session: AsyncSession):
    cities = []
    statement = select(Order).options(selectinload(Order.lines)).order_by(Order.id)
    for order in (await session.scalars(statement)).unique():
        for line in order.lines:
            cities.append(line.product.name)
    return cities


async def through_property(session: AsyncSession):
    return [order.customer_name for order in await session.scalars(select(Order).order_by(Order.id))]


def label(order):
    return f"{order.id}: {order.customer.name}"


async def through_helper(session: AsyncSession):
    return [label(order) for order in (await session.execute(select(Order).order_by(Order.id))).scalars()]


async def condition(session: AsyncSession):
    orders = (await session.scalars(select(Order).order_by(Order.id))).all()
    return [order.id for order in orders if order.tags]


async def two_relationships(session: AsyncSession):
    found = []
    async for order in await session.stream_scalars(select(Order).order_by(Order.id)):
        found.append((order.customer.name, len(order.lines)))
    return found


class Repository:
    def __init__(self, session: AsyncSession):
        self.session = session

    async def all(self):
        return (await self.session.scalars(select(Order).order_by(Order.id))).all()


async def through_repository(session: AsyncSession):
    return [order.customer.name for order in await Repository(session).all()]
