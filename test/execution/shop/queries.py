"""Queries in many shapes, each with one query too many for every row."""

from itertools import groupby
from operator import attrgetter

from sqlalchemy import select
from sqlalchemy.orm import aliased, joinedload, selectinload

from shop import models
from shop.models import Customer, Line, Order


def for_loop(db):
    names = []
    for order in db.query(Order).all():
        names.append(order.customer.name)
    return names


def direct_iteration(db):
    names = []
    for order in db.query(Order).order_by(Order.id):
        names.append(order.customer.name)
    return names


def comprehension(db):
    return [order.customer.name for order in db.query(Order).filter(Order.total > 0).all()]


def dict_comprehension(db):
    return {order.id: order.customer.name for order in db.query(Order)}


def generator(db):
    return sum(len(order.lines) for order in db.query(Order).all())


def select_scalars(db):
    return [order.customer.name for order in db.scalars(select(Order).order_by(Order.id)).all()]


def select_execute(db):
    result = db.execute(select(Order).order_by(Order.id))
    return [len(order.lines) for order in result.scalars()]


def rows_of_tuples(db):
    return [row[0].customer.name for row in db.execute(select(Order, Order.total).order_by(Order.id)).all()]


def two_hops(db):
    return [line.order.customer.name for line in db.query(Line).order_by(Line.id)]


def three_hops(db):
    return [line.order.customer.region.name for line in db.query(Line).order_by(Line.id).all()]


def second_hop(db):
    cities = []
    for order in db.query(Order).options(selectinload(Order.lines)).order_by(Order.id).all():
        for line in order.lines:
            cities.append(line.product.name)
    return cities


def second_hop_over_lines(db):
    names = []
    orders = (
        db.query(models.Order)
        .options(
            joinedload(models.Order.customer),
            selectinload(models.Order.lines),
        )
        .order_by(models.Order.id)
        .all()
    )
    for order in orders:
        for line in order.lines:
            names.append((order.customer.name, line.product.warehouse.city))
    return names


def many_to_many(db):
    return [[tag.name for tag in order.tags] for order in db.query(Order).order_by(Order.id).all()]


def sorted_key(db):
    return [order.id for order in sorted(db.query(Order).all(), key=lambda order: (order.customer.name, order.id))]


def sorted_attrgetter(db):
    return [order.id for order in sorted(db.query(Order).all(), key=attrgetter("customer.name"))]


def grouped(db):
    orders = db.query(Order).order_by(Order.customer_id).all()
    return [(name, len(list(group))) for name, group in groupby(orders, key=lambda order: order.customer.name)]


def through_property(db):
    return [order.customer_name for order in db.query(Order).order_by(Order.id)]


def label(order):
    return f"{order.id}: {order.customer.name}"


def through_helper(db):
    return [label(order) for order in db.query(Order).order_by(Order.id).all()]


def open_orders(db):
    return db.query(Order).filter(Order.total > 0).order_by(Order.id)


def from_helper(db):
    return [order.customer.name for order in open_orders(db).all()]


def handed(orders):
    return [len(order.lines) for order in orders]


def handed_in(db):
    return handed(db.query(Order).order_by(Order.id).limit(20).all())


def condition(db):
    return [order.id for order in db.query(Order).order_by(Order.id).all() if order.tags]


def enumerated(db):
    return [f"{at} {order.customer.name}" for at, order in enumerate(db.query(Order).order_by(Order.id), start=1)]


def built_up(db):
    query = db.query(Order)
    query = query.filter(Order.total > 0)
    query = query.order_by(Order.id)
    return [order.customer.name for order in query]


def of_one_customer(db):
    customer = db.query(Customer).order_by(Customer.id).first()
    return [[line.amount for line in order.lines] for order in customer.orders]


def two_relationships(db):
    found = []
    for order in db.query(Order).order_by(Order.id).all():
        found.append((order.customer.name, len(order.lines)))
    return found


class Repository:
    def __init__(self, db):
        self.db = db

    def all(self):
        return self.db.query(Order).order_by(Order.id).all()


def through_repository(db):
    return [order.customer.name for order in Repository(db).all()]


def united(db):
    few = db.query(Order).filter(Order.id < 5)
    many = db.query(Order).filter(Order.id > 9)
    return sorted(order.customer.name for order in few.union(many))


def one_query_or_the_other(db, wanted=10):
    if wanted > 5:
        orders = db.query(Order).filter(Order.total > wanted).order_by(Order.id).all()
    else:
        orders = db.query(Order).order_by(Order.id).limit(wanted).all()
    return [order.customer.name for order in orders]


def popped(db):
    names = []
    orders = db.query(Order).order_by(Order.id).all()
    while orders:
        order = orders.pop()
        names.append(order.customer.name)
    return names


def by_position(db):
    orders = db.query(Order).order_by(Order.id).all()
    return [len(orders[at].lines) for at in range(len(orders))]


def in_groups(db):
    groups = {}
    for order in db.query(Order).order_by(Order.id):
        groups.setdefault(order.total, []).append(order)
    return {total: [order.customer.name for order in group] for total, group in groups.items()}


def looked_up(db):
    by_id = {order.id: order for order in db.query(Order)}
    return [by_id[key].customer.name for key in sorted(by_id)]


def through_alias(db):
    other = aliased(Order)
    return [order.customer.name for order in db.query(other).order_by(other.id)]


def first_and_rest(db):
    first, *others = db.query(Order).order_by(Order.id).all()
    return first.id, [other.customer.name for other in others]


def perhaps_with_tags(db, with_tags=False):
    options = [joinedload(Order.customer)]
    if with_tags:
        options.append(selectinload(Order.tags))
    return [len(order.lines) for order in db.query(Order).options(*options).order_by(Order.id)]


def every_order(db):
    yield from db.query(Order).order_by(Order.id)


def from_generator(db):
    return [order.customer.name for order in every_order(db)]


def named_attribute(db):
    return [getattr(order, "customer").name for order in db.query(Order).order_by(Order.id)]
